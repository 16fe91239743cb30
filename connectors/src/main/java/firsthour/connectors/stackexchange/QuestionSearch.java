package firsthour.connectors.stackexchange;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Slices.Slice;
import java.util.ArrayList;
import java.util.List;

/// Asks one site for one phrase in one slice of time. A slice that fills a page is asked for in
/// smaller parts, so that no page shifts while it is read.
final class QuestionSearch {
    private final Api api;

    QuestionSearch(Api api) {
        this.api = api;
    }

    Slice slice(String phrase, long start, long end, boolean divisible) {
        return switch (api.ask(query(phrase, start, end))) {
            case Json.Reply.Refused<Found>(Refusal why, Budget left, boolean tooLarge) ->
                    tooLarge && divisible ? new Slice.TooMany() : new Slice.Refused(why, left);
            case Json.Reply.Read<Found>(Found found, _, _) -> {
                Budget budget = api.budget(found);
                if (found.goesOn() && divisible) {
                    yield api.findPause(found)
                            .<Slice>map(pause -> new Slice.Refused(pause, budget))
                            .orElse(new Slice.TooMany());
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                EntryReader.read(found.itemsOrNone(), new Phrase(phrase), posts, rejected);
                yield new Slice.Complete(posts, rejected, budget);
            }
        };
    }

    /// Both ends of a slice belong to it.
    private Query query(String phrase, long start, long end) {
        return api.at("/search/advanced")
                .with("q", '"' + phrase.replace('"', ' ') + '"')
                .with("fromdate", start)
                .with("todate", end - 1)
                .with("sort", "creation")
                .with("order", "asc");
    }
}
