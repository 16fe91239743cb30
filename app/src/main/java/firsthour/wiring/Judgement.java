package firsthour.wiring;

import firsthour.sentiment.Scorer;
import firsthour.sentiment.engine.Engine;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The judgement engine; its models load on first use.
@Factory
final class Judgement {

    @Singleton
    Scorer scorer() {
        return new Engine();
    }
}
