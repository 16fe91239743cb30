package firsthour.system;

import firsthour.connectors.ReplyLimit;
import firsthour.response.check.Context;
import firsthour.response.check.Proofreading;
import firsthour.response.check.ReplyCheck;
import firsthour.response.check.Shingles;
import firsthour.sentiment.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/// How long the check of a reply takes: all rules, the real dictionaries and the real judgement,
/// and 500 earlier replies to compare with.
///
/// @param fresh milliseconds for texts of 500 characters of which no sentence was seen before
/// @param typed milliseconds for texts of 500 characters of which all but the last sentence was
/// @param loading milliseconds until the dictionaries are there
record CheckPace(List<Double> fresh, List<Double> typed, double loading) {
    private static final int CHARACTERS = 500;
    private static final int WARM_UP = 200;
    private static final int MEASURED = 400;
    private static final List<String> SENTENCES =
            List.of(
                    "Hello %s, thank you for telling us about the %s. ",
                    "I am sorry that the %2$s did not arrive, %1$s. ",
                    "We have asked the workshop why the %2$s came off so soon. ",
                    "Please send us a picture of the %2$s, %1$s, then we know more. ",
                    "Nobody should have to wait for a %2$s as long as you did, %1$s. ",
                    "The warehouse says that the %2$s left on Monday. ",
                    "A new %2$s is on its way to you, and you may keep the old one. ",
                    "If the %2$s is not with you then, %1$s, write to me and I look for it. ",
                    "Your %2$s was packed by hand, and it seems that one part was forgoten. ");
    private static final List<String> FIRST =
            List.of("Kim", "Ann", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida");
    private static final List<String> ADJECTIVES =
            List.of(
                    "small", "large", "green", "heavy", "steel", "wooden", "second", "other",
                    "old");
    private static final List<String> THINGS =
            List.of("grinder", "handle", "kettle", "parcel", "filter", "cup", "lid", "machine");

    static CheckPace measure() {
        var start = System.nanoTime();
        var proofreading = new Proofreading();
        var check = new ReplyCheck(new Engine(), proofreading);
        var context = context();
        check.check("This loads the dictionaries.", context);
        var loading = since(start);
        var random = new Random(1);
        for (int i = 0; i < WARM_UP; i++) {
            check.check(text(random), context);
        }
        var fresh = new ArrayList<Double>();
        var typed = new ArrayList<Double>();
        for (int i = 0; i < MEASURED; i++) {
            var text = text(random);
            var begun = System.nanoTime();
            check.check(text, context);
            fresh.add(since(begun));
            var longer = text.substring(20) + " And " + random.nextInt(1_000_000) + " more";
            begun = System.nanoTime();
            check.check(longer, context);
            typed.add(since(begun));
        }
        return new CheckPace(sorted(fresh), sorted(typed), loading);
    }

    static double percentile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static List<Double> sorted(List<Double> times) {
        return times.stream().sorted().toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static Context context() {
        var random = new Random(2);
        return new Context(
                true,
                new Context.Customer(Optional.of("Kim Vale"), Optional.of("@kimv")),
                "Tom Reed",
                "My new grinder broke after two days. When do I get another one? The handle came"
                        + " off and there is coffee all over the kitchen.",
                Optional.of(
                        new Context.Space(
                                "Mastodon", new ReplyLimit(500, ReplyLimit.Unit.CHARACTERS))),
                false,
                Set.of("kestrel", "kestrelino"),
                List.of("The shop answers on 030 7654321 until six."),
                LongStream.rangeClosed(1, 500)
                        .mapToObj(id -> new Context.Told(id, Shingles.of(text(random))))
                        .toList());
    }

    /// So many characters of sentences that hardly ever come twice.
    private static String text(Random random) {
        var text = new StringBuilder();
        while (text.length() < CHARACTERS) {
            text.append(
                    one(SENTENCES, random)
                            .formatted(
                                    one(FIRST, random),
                                    one(ADJECTIVES, random)
                                            + " "
                                            + one(ADJECTIVES, random)
                                            + " "
                                            + one(THINGS, random)
                                            + " number "
                                            + random.nextInt(1_000_000)));
        }
        return text.substring(0, CHARACTERS);
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
