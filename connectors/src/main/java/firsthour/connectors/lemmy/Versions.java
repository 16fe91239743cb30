package firsthour.connectors.lemmy;

import firsthour.connectors.Budget;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Json;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which version of the interface each instance speaks, kept in memory for a while: an instance
/// that was upgraded speaks another. To lose one costs a request and nothing else.
final class Versions {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Json<Site> SITE =
            new Json<>(
                            Site.class,
                            site -> site.version() != null,
                            "version of Lemmy",
                            LemmyConnector.INSTANCE)
                    .explainedBy(Errors::explain);

    private final Outbound outbound;
    private final InstantSource clock;
    private final Map<URI, Known> known = new ConcurrentHashMap<>();

    Versions(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    private record Site(@Nullable String version) {}

    private record Known(Api api, Instant until) {}

    /// Does something with the version that an instance speaks.
    ///
    /// @param refused what comes of it where the instance does not say
    <T> T use(URI instance, BiFunction<Refusal, Budget, T> refused, Function<Api, T> use) {
        Known kept = known.get(instance);
        if (kept != null && kept.until().isAfter(clock.instant())) {
            return use.apply(kept.api());
        }
        return switch (ask(instance)) {
            case Json.Reply.Refused<Site>(Refusal why, Budget budget, _) ->
                    refused.apply(why, budget);
            case Json.Reply.Read<Site> site -> {
                Api api = String.valueOf(site.value().version()).startsWith("0.") ? Api.V3 : Api.V4;
                known.put(instance, new Known(api, clock.instant().plus(LIFE)));
                yield use.apply(api);
            }
        };
    }

    /// The third version tells of the fourth as well; where it is not spoken any more, only the
    /// fourth can.
    private Json.Reply<Site> ask(URI instance) {
        Json.Reply<Site> third = ask(instance, Api.V3);
        return third instanceof Json.Reply.Refused<Site>(Refusal.Misconfigured _, _, _)
                ? ask(instance, Api.V4)
                : third;
    }

    private Json.Reply<Site> ask(URI instance, Api api) {
        return SITE.ask(outbound, Request.get(api.at(instance, "/site").uri()));
    }
}
