package firsthour.delivery;

import firsthour.time.Clock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Beans of tests that steer the time: a pause moves the clock instead of waiting.
@Factory
@Requires(property = DeliveryTestBeans.STEERED)
public final class DeliveryTestBeans {
    public static final String STEERED = "test.steered-time";

    /// Says the same about everything, so that no case is needed.
    static final String CANNED = "test.canned-messages";

    static final class SteeredPause extends Pause {
        private final SteeredTime time;

        SteeredPause(SteeredTime time) {
            this.time = time;
        }

        @Override
        void of(Duration duration) {
            time.pass(duration);
        }
    }

    @Singleton
    SteeredTime time() {
        return new SteeredTime();
    }

    @Singleton
    @Replaces(Clock.class)
    Clock clock(SteeredTime time) {
        return new Clock(time);
    }

    @Singleton
    @Replaces(Pause.class)
    Pause pause(SteeredTime time) {
        return new SteeredPause(time);
    }

    @Singleton
    @Named("allowed-hosts")
    @Replaces(named = "allowed-hosts")
    Predicate<String> allowedHosts() {
        return "127.0.0.1"::equals;
    }

    @Singleton
    @Replaces(MessageSource.class)
    @Requires(property = CANNED)
    MessageSource messages() {
        return (rule, eventId) ->
                new Message(
                        rule + " " + eventId,
                        null,
                        "my order never came",
                        List.of(),
                        List.of(),
                        null,
                        null);
    }
}
