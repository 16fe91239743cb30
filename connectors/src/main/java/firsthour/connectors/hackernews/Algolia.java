package firsthour.connectors.hackernews;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Slices.Slice;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for one phrase in one slice of time: the search knows no "or" between phrases.
final class Algolia {
    /// The most that one query gives.
    private static final int MOST = 1_000;

    private static final Json<Hits> JSON =
            new Json<>(
                    Hits.class,
                    hits -> hits.hits() != null,
                    "list of hits",
                    HackerNewsConnector.ENDPOINT);

    private final Outbound outbound;
    private final URI address;

    Algolia(Outbound outbound, URI address) {
        this.outbound = outbound;
        this.address = address;
    }

    Slice slice(String phrase, long start, long end, boolean divisible) {
        return switch (JSON.ask(outbound, Request.get(query(phrase, start, end)))) {
            case Json.Reply.Refused<Hits>(Refusal why, Budget left, boolean tooLarge) ->
                    tooLarge && divisible ? new Slice.TooMany() : new Slice.Refused(why, left);
            case Json.Reply.Read<Hits>(Hits found, _, Budget left) -> {
                int came = found.hitsOrNone().size();
                if (divisible && (found.found() > came || came >= MOST)) {
                    yield new Slice.TooMany();
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                HitReader.read(found.hitsOrNone(), new Phrase(phrase), posts, rejected);
                yield new Slice.Complete(posts, rejected, left);
            }
        };
    }

    /// Finds out why nothing can be searched for; empty where it can.
    Optional<Refusal> findObstacle() {
        URI any = Query.to(address, "/api/v1/search_by_date").with("hitsPerPage", 1).uri();
        return JSON.ask(outbound, Request.get(any))
                        instanceof Json.Reply.Refused<Hits>(var why, _, _)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// Without quotation marks the last word would match every word that starts with it.
    private URI query(String phrase, long start, long end) {
        return Query.to(address, "/api/v1/search_by_date")
                .with("query", '"' + phrase.replace('"', ' ') + '"')
                .with("tags", "(story,comment)")
                .with("numericFilters", "created_at_i>=" + start + ",created_at_i<" + end)
                .with("hitsPerPage", MOST)
                .with("attributesToHighlight", "[]")
                .uri();
    }
}
