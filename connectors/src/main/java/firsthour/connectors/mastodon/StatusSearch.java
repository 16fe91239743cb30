package firsthour.connectors.mastodon;

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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Asks one instance for one phrase in one slice of time: with a token by its search, else by the
/// hashtag that the phrase makes. Ids hold the time in their upper bits, so a slice is asked for by
/// ids.
final class StatusSearch {
    private static final int PAGE = 40;

    /// Below the milliseconds in an id.
    private static final int SEQUENCE_BITS = 16;

    private static final Pattern NO_TAG = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]");

    private static final Json<Status[]> TIMELINE =
            new Json<>(
                    Status[].class,
                    statuses -> Stream.of(statuses).allMatch(Objects::nonNull),
                    "list of posts",
                    MastodonConnector.INSTANCE);
    private static final Json<Status.Found> SEARCH =
            new Json<>(
                    Status.Found.class,
                    found -> found.statuses() != null,
                    "list of posts",
                    MastodonConnector.INSTANCE);

    private final Outbound outbound;
    private final URI instance;
    private final Optional<String> token;

    StatusSearch(Outbound outbound, URI instance, Optional<String> token) {
        this.outbound = outbound;
        this.instance = instance;
        this.token = token;
    }

    Slice slice(String phrase, long start, long end, boolean divisible) {
        String tag = NO_TAG.matcher(phrase).replaceAll("").toLowerCase(Locale.ROOT);
        if (token.isPresent()) {
            Query query =
                    Query.to(instance, "/api/v2/search")
                            .with("q", '"' + phrase.replace('"', ' ') + '"')
                            .with("type", "statuses");
            return slice(
                    switch (SEARCH.ask(outbound, request(query, start, end))) {
                        case Json.Reply.Refused<Status.Found>(var why, var left, var large) ->
                                new Json.Reply.Refused<>(why, left, large);
                        case Json.Reply.Read<Status.Found>(var found, var answer, var left) ->
                                new Json.Reply.Read<>(
                                        Objects.requireNonNull(found.statuses())
                                                .toArray(Status[]::new),
                                        answer,
                                        left);
                    },
                    holding(phrase, tag),
                    divisible);
        }
        if (tag.isEmpty()) {
            return new Slice.Complete(List.of(), List.of(), Budget.UNSAID);
        }
        Query query = Query.to(instance, "/api/v1/timelines/tag/" + Query.encode(tag));
        return slice(
                TIMELINE.ask(outbound, request(query, start, end)),
                holding(phrase, tag),
                divisible);
    }

    private Slice slice(
            Json.Reply<Status[]> reply, BiPredicate<Status, Post> wanted, boolean divisible) {
        return switch (reply) {
            case Json.Reply.Refused<Status[]>(Refusal why, Budget left, boolean tooLarge) ->
                    tooLarge && divisible ? new Slice.TooMany() : new Slice.Refused(why, left);
            case Json.Reply.Read<Status[]>(Status[] found, _, Budget left) -> {
                if (found.length >= PAGE && divisible) {
                    yield new Slice.TooMany();
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                new StatusReader(instance.getHost()).read(List.of(found), wanted, posts, rejected);
                yield new Slice.Complete(posts, rejected, left);
            }
        };
    }

    /// Holds the phrase in its words, or as a hashtag.
    private static BiPredicate<Status, Post> holding(String words, String tag) {
        Phrase phrase = new Phrase(words);
        return (status, post) ->
                phrase.isIn(post.title().orElse("") + "\n" + post.text()) || status.isTagged(tag);
    }

    /// Both ids are outside of what they ask for.
    private Request request(Query query, long start, long end) {
        Request request =
                Request.get(
                        query.with("min_id", firstId(start) - 1)
                                .with("max_id", firstId(end))
                                .with("limit", PAGE)
                                .uri());
        return token.isPresent()
                ? request.withHeader("authorization", "Bearer " + token.get())
                : request;
    }

    private static long firstId(long second) {
        return (second * 1_000) << SEQUENCE_BITS;
    }
}
