package firsthour.connectors.x;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Searches the last 7 days for posts that are newer than those that were read, page by page, as
/// long as there is money.
final class PostSearch {
    /// Posts of a page, by X.
    static final int FEWEST = 10;

    private static final int MOST = 100;

    /// X does not say when credits are bought or its own limit ends.
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(1);

    private final Outbound outbound;
    private final InstantSource clock;
    private final URI address;
    private final String token;
    private final long cap;
    private final Json<FoundPosts> json;

    /// @param cap the most to be spent in a month, in thousandths of a US dollar
    PostSearch(Outbound outbound, InstantSource clock, URI address, String token, long cap) {
        this.outbound = outbound;
        this.clock = clock;
        this.address = address;
        this.token = token;
        this.cap = cap;
        this.json =
                new Json<>(
                                FoundPosts.class,
                                FoundPosts::isWhole,
                                "list of posts",
                                XConnector.ENDPOINT)
                        .explainedBy(this::explain);
    }

    Pull pull(Search search, Checkpoint checkpoint) {
        List<String> queries = Queries.of(search.phrases());
        if (queries.isEmpty()) {
            return new Pull.Page(List.of(), List.of(), checkpoint, false, Budget.UNSAID);
        }
        Instant now = clock.instant();
        Progress progress = Progress.from(checkpoint, queries, now);
        int affordable = progress.spending().affordable(cap);
        if (affordable < FEWEST) {
            return new Pull.Refused(spent(progress.spending(), now), Budget.UNSAID);
        }
        Request request =
                Request.get(uri(progress, Math.min(affordable, MOST)))
                        .withHeader("authorization", "Bearer " + token);
        return switch (json.ask(outbound, request)) {
            case Json.Reply.Refused<FoundPosts>(Refusal why, Budget left, _) ->
                    new Pull.Refused(why, left);
            case Json.Reply.Read<FoundPosts>(FoundPosts found, _, Budget left) ->
                    page(found, progress, left);
        };
    }

    private Pull page(FoundPosts found, Progress progress, Budget left) {
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>();
        new PostReader(found.authors(), new PostRules(clock)).read(found.posts(), posts, rejected);
        Spending paid = progress.spending().with(found.posts().size(), found.authors().size());
        Progress next = progress.after(found, paid, clock.instant());
        return new Pull.Page(posts, rejected, next.checkpoint(), next.goesOn(), left);
    }

    private URI uri(Progress progress, int most) {
        Query query =
                Query.to(address, "/2/tweets/search/recent")
                        .with("query", progress.query())
                        .with("max_results", most)
                        .with(
                                "tweet.fields",
                                "author_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,"
                                        + "public_metrics,referenced_tweets")
                        .with("expansions", "author_id")
                        .with("user.fields", "name,public_metrics,username");
        if (progress.sinceId().isPresent()) {
            query = query.with("since_id", progress.sinceId().get());
        }
        return (progress.token().isPresent()
                        ? query.with("next_token", progress.token().get())
                        : query)
                .uri();
    }

    private Refusal spent(Spending spending, Instant now) {
        Instant next = Spending.nextMonth(now);
        return new Refusal.QuotaExhausted(
                next,
                "Of at most "
                        + Spending.dollars(cap)
                        + " for this month "
                        + Spending.dollars(spending.spent())
                        + " were spent on X, and the next page may cost "
                        + Spending.dollars(Spending.price(FEWEST))
                        + ". Reading goes on on "
                        + LocalDate.ofInstant(next, ZoneOffset.UTC)
                        + ", or with a higher limit.");
    }

    private Optional<Refusal> explain(Answer answer) {
        if (Json.tree(answer).path("type").asText().endsWith("/usage-capped")) {
            return exhausted("X's own limit of posts for this month is reached.");
        }
        return switch (answer.status()) {
            case 400 ->
                    Optional.of(
                            new Refusal.Denied(
                                    "X does not take the search for this brand's phrases."));
            case 401 ->
                    Optional.of(
                            new Refusal.Unauthorised(
                                    "X does not take the bearer token: it was revoked, or is not"
                                            + " whole. Copy it anew from the Developer Console."));
            case 402 ->
                    exhausted(
                            "The app has no credits left. Buy some in X's Developer Console, or let"
                                    + " it recharge by itself.");
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> exhausted(String detail) {
        return Optional.of(
                new Refusal.QuotaExhausted(clock.instant().plus(UNTIL_ASKED_AGAIN), detail));
    }
}
