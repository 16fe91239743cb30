package firsthour.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Limit;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Json;
import firsthour.http.Outbound;
import firsthour.http.Request;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A network whose server counts: it says how many posts there are, and each has a number.
@Singleton
@Requires(property = "soak.network")
final class SoakNetwork implements Connector {
    static final Limit LIMIT = new Limit(60, Duration.ofMinutes(1));
    private static final int PAGE = 10;
    private static final Json<Count> JSON =
            new Json<>(Count.class, count -> count.posts() != null, "count", "address");

    private final Outbound outbound;

    SoakNetwork(Outbound outbound) {
        this.outbound = outbound;
    }

    private record Count(@JsonProperty("posts") @Nullable Integer posts) {}

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "soak",
                "Soak",
                List.of(
                        new Descriptor.Field("address", "Address", true, false, ""),
                        new Descriptor.Field("account", "Account", true, true, "")),
                false,
                false,
                true,
                Duration.ofMinutes(1),
                List.of());
    }

    @Override
    public List<Limit> limits(Settings settings) {
        return List.of(LIMIT);
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        int from = checkpoint.isNone() ? 0 : Integer.parseInt(checkpoint.json());
        URI uri =
                URI.create(
                        settings.find("address").orElseThrow()
                                + "?account="
                                + settings.find("account").orElseThrow());
        return switch (JSON.ask(outbound, Request.get(uri))) {
            case Json.Reply.Refused<Count>(Refusal why, Budget budget, _) ->
                    new Pull.Refused(why, budget);
            case Json.Reply.Read<Count>(Count count, _, Budget budget) -> {
                int all = count.posts() == null ? 0 : count.posts();
                int to = Math.min(all, from + PAGE);
                yield new Pull.Page(
                        IntStream.range(from, to).mapToObj(SoakNetwork::post).toList(),
                        List.of(),
                        new Checkpoint(Integer.toString(to)),
                        to < all,
                        budget);
            }
        };
    }

    private static Post post(int number) {
        return new Post(
                "p" + number,
                Optional.empty(),
                Optional.empty(),
                "Post " + number,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Instant.parse("2026-11-09T10:00:00Z").plusSeconds(number),
                Optional.empty());
    }
}
