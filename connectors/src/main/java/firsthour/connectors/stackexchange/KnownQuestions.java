package firsthour.connectors.stackexchange;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a site tells of questions that are known, and of the answers to them.
final class KnownQuestions {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Api api;
    private final PostRules rules;

    KnownQuestions(Api api, PostRules rules) {
        this.api = api;
        this.rules = rules;
    }

    /// The list leaves out what is deleted.
    Look recheck(List<PostRef> known) {
        Set<String> asked =
                known.stream()
                        .map(PostRef::externalId)
                        .filter(id -> NUMBER.matcher(id).matches())
                        .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
        }
        return switch (api.ask(api.at("/questions/" + String.join(";", asked)))) {
            case Json.Reply.Refused<Found>(Refusal why, Budget left, _) ->
                    new Look.Refused(why, left);
            case Json.Reply.Read<Found>(Found found, _, _) -> seen(asked, found);
        };
    }

    private Look seen(Set<String> asked, Found found) {
        Set<String> gone = new HashSet<>(asked);
        found.itemsOrNone().forEach(item -> gone.remove(String.valueOf(item.question())));
        List<Post> posts =
                found.itemsOrNone().stream().flatMap(item -> keep(EntryReader.find(item))).toList();
        boolean whole =
                !found.goesOn()
                        && found.itemsOrNone().stream().allMatch(item -> item.question() != null);
        return new Look.Seen(posts, whole ? gone : Set.of(), api.budget(found));
    }

    /// A site does not say of the answers to a question that it is deleted; so the question is
    /// looked at first, and that it has none saves the second request.
    Look replies(PostRef post) {
        String id = post.externalId();
        if (!NUMBER.matcher(id).matches()) {
            return new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
        }
        return switch (api.ask(api.at("/questions/" + id))) {
            case Json.Reply.Refused<Found>(Refusal why, Budget left, _) ->
                    new Look.Refused(why, left);
            case Json.Reply.Read<Found>(Found found, _, _) ->
                    found.itemsOrNone().stream()
                            .filter(item -> id.equals(String.valueOf(item.question())))
                            .findFirst()
                            .map(question -> answers(question, found))
                            .orElseGet(() ->
                                    new Look.Seen(
                                            List.of(),
                                            found.itemsOrNone().isEmpty() ? Set.of(id) : Set.of(),
                                            api.budget(found)));
        };
    }

    /// @param found the answer in which the question came, which may ask for a pause
    private Look answers(Found.Entry question, Found found) {
        if (question.isUnanswered()) {
            return new Look.Seen(List.of(), Set.of(), api.budget(found));
        }
        Optional<Refusal> pause = api.findPause(found);
        if (pause.isPresent()) {
            return new Look.Refused(pause.get(), api.budget(found));
        }
        Query newest =
                api.at("/questions/" + question.question() + "/answers")
                        .with("sort", "creation")
                        .with("order", "desc");
        return switch (api.ask(newest)) {
            case Json.Reply.Refused<Found>(Refusal why, Budget left, _) ->
                    new Look.Refused(why, left);
            case Json.Reply.Read<Found>(Found answers, _, _) ->
                    new Look.Seen(
                            answers.itemsOrNone().stream()
                                    .flatMap(item -> keep(EntryReader.findAnswer(item, question)))
                                    .toList(),
                            Set.of(),
                            api.budget(answers));
        };
    }

    private Stream<Post> keep(Optional<Post> post) {
        return post.flatMap(rules::find).stream();
    }
}
