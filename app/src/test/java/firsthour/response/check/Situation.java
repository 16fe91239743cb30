package firsthour.response.check;

import firsthour.connectors.ReplyLimit;
import firsthour.response.check.Context.Customer;
import firsthour.response.check.Context.Space;
import firsthour.response.check.Context.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A case for the rules: Kim Vale wrote that the grinder broke, and Tom Reed answers.
record Situation(Context context) {
    static final String POST =
            "My new grinder broke after two days. The handle came off and there is coffee all over"
                    + " the kitchen.";

    static Situation ofKim() {
        return new Situation(
                new Context(
                        true,
                        new Customer(Optional.of("Kim Vale"), Optional.of("@kimv@social.example")),
                        "Tom Reed",
                        POST,
                        Optional.empty(),
                        false,
                        Set.of(),
                        List.of(),
                        List.of()));
    }

    Situation acknowledging() {
        return with(false, context.customer(), context.post(), context.space(), false);
    }

    Situation wrote(String post) {
        return with(context.answer(), context.customer(), post, context.space(), false);
    }

    Situation customer(String name, String handle) {
        return with(
                context.answer(),
                new Customer(
                        Optional.of(name).filter(it -> !it.isEmpty()),
                        Optional.of(handle).filter(it -> !it.isEmpty())),
                context.post(),
                context.space(),
                false);
    }

    Situation limit(int most) {
        return with(
                context.answer(),
                context.customer(),
                context.post(),
                Optional.of(new Space("Letters", new ReplyLimit(most, ReplyLimit.Unit.CHARACTERS))),
                false);
    }

    Situation promiseRecorded() {
        return with(context.answer(), context.customer(), context.post(), context.space(), true);
    }

    Situation knowing(String... words) {
        var dictionary = new ArrayList<String>();
        for (var word : words) {
            dictionary.add(word.toLowerCase(Locale.ROOT));
        }
        return new Situation(
                new Context(
                        context.answer(),
                        context.customer(),
                        context.staff(),
                        context.post(),
                        context.space(),
                        context.promiseRecorded(),
                        Set.copyOf(dictionary),
                        context.facts(),
                        context.told()));
    }

    Situation facts(String... facts) {
        return new Situation(
                new Context(
                        context.answer(),
                        context.customer(),
                        context.staff(),
                        context.post(),
                        context.space(),
                        context.promiseRecorded(),
                        context.dictionary(),
                        List.of(facts),
                        context.told()));
    }

    /// What the team said before, the first with the id 1.
    Situation told(String... replies) {
        var told = new ArrayList<Told>();
        for (var reply : replies) {
            told.add(new Told(told.size() + 1L, Shingles.of(reply)));
        }
        return new Situation(
                new Context(
                        context.answer(),
                        context.customer(),
                        context.staff(),
                        context.post(),
                        context.space(),
                        context.promiseRecorded(),
                        context.dictionary(),
                        context.facts(),
                        told));
    }

    private Situation with(
            boolean answer,
            Customer customer,
            String post,
            Optional<Space> space,
            boolean promiseRecorded) {
        return new Situation(
                new Context(
                        answer,
                        customer,
                        context.staff(),
                        post,
                        space,
                        promiseRecorded,
                        context.dictionary(),
                        context.facts(),
                        context.told()));
    }
}
