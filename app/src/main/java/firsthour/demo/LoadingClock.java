package firsthour.demo;

import firsthour.time.Clock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Has every room of a node that only loads the sample live on the wound clock. A node that serves
/// people never does: the setting is given by the demo's command for the loading alone.
@Factory
@Requires(property = LoadingClock.SETTING, value = "true")
final class LoadingClock {
    static final String SETTING = "firsthour.loading-sample";

    @Singleton
    @Replaces(Clock.class)
    Clock clock(WoundClock source) {
        return new Clock(source);
    }
}
