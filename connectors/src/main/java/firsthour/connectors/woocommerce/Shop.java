package firsthour.connectors.woocommerce;

import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Slices.Slice;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks one shop for its approved reviews. A slice of time that fills a page is asked for in
/// smaller parts, so that no page shifts while it is read.
final class Shop {
    static final int PAGE = 100;

    private static final Json<Review[]> JSON =
            new Json<>(
                            Review[].class,
                            reviews -> Stream.of(reviews).allMatch(Objects::nonNull),
                            "list of reviews",
                            WooCommerceConnector.SHOP)
                    .explainedBy(Shop::explain);

    private final Outbound outbound;
    private final URI address;
    private final String authorization;

    /// @param authorization the header of the key
    Shop(Outbound outbound, URI address, String authorization) {
        this.outbound = outbound;
        this.address = address;
        this.authorization = authorization;
    }

    /// Both times are outside of what is asked for. Without their `Z` the shop would take them for
    /// its own zone's.
    Slice slice(long start, long end, boolean divisible) {
        Query query =
                reviews()
                        .with("after", Instant.ofEpochSecond(start - 1).toString())
                        .with("before", Instant.ofEpochSecond(end).toString());
        return switch (JSON.ask(outbound, request(query))) {
            case Json.Reply.Refused<Review[]>(Refusal why, var left, boolean tooLarge) ->
                    tooLarge && divisible ? new Slice.TooMany() : new Slice.Refused(why, left);
            case Json.Reply.Read<Review[]>(Review[] found, Answer answer, var left) -> {
                if (divisible && (found.length >= PAGE || hasMorePages(answer))) {
                    yield new Slice.TooMany();
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                ReviewReader.read(List.of(found), posts, rejected);
                yield new Slice.Complete(posts, rejected, left);
            }
        };
    }

    /// The list leaves out what is deleted or no longer approved.
    Look recheck(List<PostRef> known) {
        Set<String> asked = known.stream().map(PostRef::externalId).collect(Collectors.toSet());
        return JSON.look(
                outbound,
                request(reviews().with("include", String.join(",", asked))),
                (found, left) -> {
                    Set<String> gone = new HashSet<>(asked);
                    Stream.of(found).forEach(review -> gone.remove(String.valueOf(review.id())));
                    return new Look.Seen(
                            Stream.of(found)
                                    .flatMap(review -> ReviewReader.find(review).stream())
                                    .toList(),
                            gone,
                            left);
                },
                Set.of());
    }

    private Query reviews() {
        return Query.to(address, "/wp-json/wc/v3/products/reviews").with("per_page", PAGE);
    }

    private Request request(Query query) {
        return Request.get(query.uri()).withHeader("authorization", authorization);
    }

    private static boolean hasMorePages(Answer answer) {
        return answer.find("x-wp-totalpages").filter(pages -> !pages.matches("[01]")).isPresent();
    }

    private static Optional<Refusal> explain(Answer answer) {
        boolean names = Json.tree(answer).path("code").asText("").startsWith("woocommerce_rest_");
        return switch (answer.status()) {
            case 401, 403 ->
                    names
                            ? Optional.of(
                                    new Refusal.Unauthorised(
                                            "The shop does not take this key with this secret, or"
                                                    + " its user may not moderate reviews. It takes"
                                                    + " keys over https alone, at the address that a"
                                                    + " browser ends at."))
                            : Optional.empty();
            case 404 ->
                    Optional.of(
                            new Refusal.Misconfigured(
                                    WooCommerceConnector.SHOP,
                                    "There is no WooCommerce at this address: the shop was"
                                            + " renamed or deleted, or its permalinks are plain."));
            default -> Optional.empty();
        };
    }
}
