package firsthour.connectors.stackexchange;

import firsthour.connectors.Budget;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Slices.Slice;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Asks one site for one phrase in one slice of time. A slice that fills a page is asked for in
/// smaller parts, so that no page shifts while it is read.
final class QuestionSearch {
    private static final int PAGE = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private static final Json<Questions> JSON =
            new Json<>(
                    Questions.class,
                    Questions::isWhole,
                    "list of questions",
                    StackExchangeConnector.ENDPOINT);

    private final Outbound outbound;
    private final InstantSource clock;
    private final URI address;
    private final String site;
    private final Optional<String> key;

    QuestionSearch(
            Outbound outbound,
            InstantSource clock,
            URI address,
            String site,
            Optional<String> key) {
        this.outbound = outbound;
        this.clock = clock;
        this.address = address;
        this.site = site;
        this.key = key;
    }

    Slice slice(String phrase, long start, long end, boolean divisible) {
        return switch (JSON.ask(outbound, Request.get(query(phrase, start, end)))) {
            case Json.Reply.Refused<Questions>(Refusal why, Budget left, boolean tooLarge) ->
                    tooLarge && divisible ? new Slice.TooMany() : new Slice.Refused(why, left);
            case Json.Reply.Read<Questions>(Questions found, _, _) -> {
                Budget budget = budget(found);
                if (found.goesOn() && divisible) {
                    yield found.backoff() == null
                            ? new Slice.TooMany()
                            : new Slice.Refused(
                                    new Refusal.RateLimited(
                                            budget.resetsAt(),
                                            address.getHost() + " asks for a pause"),
                                    budget);
                }
                List<Post> posts = new ArrayList<>();
                List<Pull.Rejected> rejected = new ArrayList<>();
                new QuestionReader(phrase).read(found.itemsOrNone(), posts, rejected);
                yield new Slice.Complete(posts, rejected, budget);
            }
        };
    }

    /// A pause that is asked for leaves nothing for as long; the day's quota begins anew at
    /// midnight, UTC.
    private Budget budget(Questions found) {
        Instant now = clock.instant();
        if (found.backoff() != null) {
            long seconds = Math.clamp(found.backoff(), 0, LONGEST_PAUSE.toSeconds());
            return new Budget(OptionalLong.of(0), Optional.of(now.plusSeconds(seconds)));
        }
        if (found.quotaRemaining() == null) {
            return Budget.UNSAID;
        }
        return new Budget(
                OptionalLong.of(Math.max(0, found.quotaRemaining())),
                Optional.of(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)));
    }

    /// Both ends of a slice belong to it.
    private URI query(String phrase, long start, long end) {
        Query query =
                Query.to(address, "/2.3/search/advanced")
                        .with("site", site)
                        .with("q", '"' + phrase.replace('"', ' ') + '"')
                        .with("fromdate", start)
                        .with("todate", end - 1)
                        .with("sort", "creation")
                        .with("order", "asc")
                        .with("pagesize", PAGE)
                        .with("filter", "withbody");
        return (key.isPresent() ? query.with("key", key.get()) : query).uri();
    }
}
