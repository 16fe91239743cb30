package firsthour.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Says whether one more request may be sent. Asked before each request that is made within [#run].
@FunctionalInterface
public interface Meter {

    /// Takes one request from what is left.
    ///
    /// @return empty when it may be sent now, else when to come back; then nothing was taken
    Optional<Instant> take();

    /// Does something whose requests are counted.
    static <T> T run(Meter meter, Supplier<T> deed) {
        return ScopedValue.where(Metered.CURRENT, meter).call(deed::get);
    }
}
