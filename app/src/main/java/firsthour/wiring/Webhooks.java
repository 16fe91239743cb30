package firsthour.wiring;

import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;

/// The way out to chats: shorter patience and smaller answers than the networks that are read.
@Factory
final class Webhooks {
    private static final String LOOPBACK = "127.0.0.1";
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
    Outbound webhooks(
            Clock clock,
            @Named("allowed-hosts") Predicate<String> allowedHosts,
            @Value("${firsthour.demo:false}") boolean demo) {
        // The demo's chat is a page of the node itself.
        Predicate<String> own = host -> demo && host.equals(LOOPBACK);
        return new Outbound(clock, own.or(allowedHosts), LIMITS);
    }
}
