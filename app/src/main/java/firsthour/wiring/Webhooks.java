package firsthour.wiring;

import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;

/// The way out to chats: shorter patience and smaller answers than the networks that are read.
@Factory
final class Webhooks {
    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    64 * 1024,
                    0,
                    Duration.ofHours(24));

    @Singleton
    @Named("webhooks")
    @Bean(preDestroy = "close")
    Outbound webhooks(Clock clock, @Named("allowed-hosts") Predicate<String> allowedHosts) {
        return new Outbound(clock, allowedHosts, LIMITS);
    }
}
