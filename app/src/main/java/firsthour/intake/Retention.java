package firsthour.intake;

import firsthour.brand.Networks;
import firsthour.mention.Watch;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Lets go of what may not be kept: markup after thirty days, and words and authors of posts that
/// their network has not shown for as long as it lets them be kept.
@Singleton
public class Retention {
    static final Duration MARKUP = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final Networks networks;
    private final Watch watch;
    private final Clock clock;

    Retention(Networks networks, Watch watch, Clock clock) {
        this.networks = networks;
        this.watch = watch;
        this.clock = clock;
    }

    /// Lets go of one batch of each.
    ///
    /// @return whether there may be more
    public boolean sweepBatch() {
        var now = clock.instant();
        boolean more = watch.dropMarkup(now.minus(MARKUP), BATCH) == BATCH;
        for (var network : networks.list()) {
            if (network.keeps().isPresent()) {
                var unseenSince = now.minus(network.keeps().get());
                more |= watch.expire(network.network(), unseenSince, BATCH) == BATCH;
            }
        }
        return more;
    }
}
