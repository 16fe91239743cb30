package firsthour.connectors.hackernews;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Refusals;
import firsthour.http.Answer;
import firsthour.http.NoAnswer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks for one slice of time, once for each phrase: the search knows no "or" between phrases.
final class Algolia {
    /// The most that one query gives.
    private static final int MOST = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final Outbound outbound;
    private final URI address;

    Algolia(Outbound outbound, URI address) {
        this.outbound = outbound;
        this.address = address;
    }

    /// What came of a slice.
    sealed interface Slice {
        /// All posts of the slice, those that hold a phrase, in no order; a post may occur twice.
        record Complete(List<Post> posts, List<Pull.Rejected> rejected, Budget budget)
                implements Slice {}

        /// There is more than one query gives: ask for less.
        record TooMany() implements Slice {}

        record Refused(Refusal why, Budget budget) implements Slice {}
    }

    /// Asks for what was written from `start` to before `end`, in seconds of the epoch.
    Slice slice(List<String> phrases, long start, long end) {
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        Budget budget = Budget.UNSAID;
        boolean divisible = end - start > 1;
        for (String phrase : phrases) {
            switch (ask(phrase, start, end)) {
                case Reply.Refused(Refusal why, Budget left) -> {
                    return new Slice.Refused(why, left);
                }
                case Reply.TooLarge(Refusal why) -> {
                    return divisible ? new Slice.TooMany() : new Slice.Refused(why, Budget.UNSAID);
                }
                case Reply.Found(List<Hits.Hit> hits, long all, Budget left) -> {
                    if (divisible && (all > hits.size() || hits.size() >= MOST)) {
                        return new Slice.TooMany();
                    }
                    budget = left;
                    new HitReader(phrase).read(hits, posts, rejected);
                }
            }
        }
        return new Slice.Complete(posts, rejected, budget);
    }

    private sealed interface Reply {
        record Found(List<Hits.Hit> hits, long all, Budget budget) implements Reply {}

        record TooLarge(Refusal why) implements Reply {}

        record Refused(Refusal why, Budget budget) implements Reply {}
    }

    private Reply ask(String phrase, long start, long end) {
        return switch (outbound.send(Request.get(query(phrase, start, end)))) {
            case NoAnswer none ->
                    none.why() == NoAnswer.Why.TOO_LARGE
                            ? new Reply.TooLarge(Refusals.of(none))
                            : new Reply.Refused(Refusals.of(none), Budget.UNSAID);
            case Answer answer -> {
                Budget budget = Refusals.budget(answer);
                Optional<Refusal> refusal = Refusals.find(answer, "endpoint");
                yield refusal.isPresent()
                        ? new Reply.Refused(refusal.get(), budget)
                        : read(answer, budget);
            }
        };
    }

    private static Reply read(Answer answer, Budget budget) {
        String host = answer.uri().getHost();
        if (answer.isWebPage() || answer.mediaType().equals("text/html")) {
            return changed(host + " answered with a web page where JSON was due.", budget);
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(answer.body());
        } catch (IOException e) {
            return new Reply.Refused(
                    new Refusal.Transient("The answer of " + host + " breaks off or is not JSON."),
                    budget);
        }
        try {
            Hits hits = JSON.treeToValue(tree, Hits.class);
            return hits == null || hits.hits() == null
                    ? changed("The answer of " + host + " holds no list of hits.", budget)
                    : new Reply.Found(hits.hits(), hits.found(), budget);
        } catch (JsonProcessingException e) {
            return changed("The answer of " + host + " has another shape than before.", budget);
        }
    }

    private static Reply changed(String detail, Budget budget) {
        return new Reply.Refused(new Refusal.SourceChanged(detail), budget);
    }

    /// Without quotation marks the last word would match every word that starts with it.
    private URI query(String phrase, long start, long end) {
        String base = address.toString().replaceAll("/+$", "");
        return URI.create(
                base
                        + "/api/v1/search_by_date?query="
                        + encode('"' + phrase.replace('"', ' ') + '"')
                        + "&tags="
                        + encode("(story,comment)")
                        + "&numericFilters="
                        + encode("created_at_i>=" + start + ",created_at_i<" + end)
                        + "&hitsPerPage="
                        + MOST
                        + "&attributesToHighlight="
                        + encode("[]"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
