package firsthour.connectors.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.connectors.reading.Query;
import firsthour.http.Answer;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The API, asked about one site.
final class Api {
    /// The most of a list.
    static final int PAGE = 100;

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /// How the API words until when it does not answer.
    private static final Pattern AVAILABLE = Pattern.compile("available in ([0-9]{1,9}) seconds");

    private final Outbound outbound;
    private final InstantSource clock;
    private final URI address;
    private final String site;
    private final Optional<String> key;
    private final Json<Found> json;

    Api(Outbound outbound, InstantSource clock, URI address, String site, Optional<String> key) {
        this.outbound = outbound;
        this.clock = clock;
        this.address = address;
        this.site = site;
        this.key = key;
        this.json =
                new Json<>(
                                Found.class,
                                Found::isWhole,
                                "list of items",
                                StackExchangeConnector.ENDPOINT)
                        .explainedBy(this::explain);
    }

    /// Begins a question of the API that is answered with texts.
    ///
    /// @param path as in [Query#to]
    Query at(String path) {
        Query query =
                Query.to(address, "/2.3" + path)
                        .with("site", site)
                        .with("pagesize", PAGE)
                        .with("filter", "withbody");
        return key.map(value -> query.with("key", value)).orElse(query);
    }

    Json.Reply<Found> ask(Query query) {
        return json.ask(outbound, Request.get(query.uri()));
    }

    /// A pause that is asked for leaves nothing for as long; the day's quota begins anew at
    /// midnight, UTC.
    Budget budget(Found found) {
        Instant now = clock.instant();
        if (found.backoff() != null) {
            return new Budget(OptionalLong.of(0), Optional.of(after(found.backoff())));
        }
        if (found.quotaRemaining() == null) {
            return Budget.UNSAID;
        }
        return new Budget(
                OptionalLong.of(Math.max(0, found.quotaRemaining())),
                Optional.of(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)));
    }

    /// Why nothing more may be asked at once after an answer; empty where it may.
    Optional<Refusal> findPause(Found found) {
        return Optional.ofNullable(found.backoff())
                .map(seconds ->
                        new Refusal.RateLimited(
                                Optional.of(after(seconds)),
                                address.getHost() + " asks for a pause"));
    }

    private Instant after(long seconds) {
        return clock.instant().plusSeconds(Math.clamp(seconds, 0, LONGEST_PAUSE.toSeconds()));
    }

    /// Whoever asks too often gets 400.
    private Optional<Refusal> explain(Answer answer) {
        JsonNode error = Json.tree(answer);
        if (!error.path("error_name").asText("").equals("throttle_violation")) {
            return Optional.empty();
        }
        Matcher wait = AVAILABLE.matcher(error.path("error_message").asText(""));
        return Optional.of(
                new Refusal.RateLimited(
                        wait.find()
                                ? Optional.of(after(Long.parseLong(wait.group(1))))
                                : Optional.empty(),
                        answer.uri().getHost() + " says: too many requests"));
    }
}
