package firsthour.triage;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Sees which customers stay silent: whoever was answered and says nothing may be content, or gone
/// for good, and one line asks. Told once after three days, and once after seven.
@Singleton
public class SilenceWatch {
    private static final List<Integer> DAYS = List.of(7, 3);
    private static final int SIZE = 100;

    private final CaseRows rows;
    private final EventLog events;
    private final Clock clock;

    SilenceWatch(CaseRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// One transaction's worth.
    ///
    /// @return whether there may be more
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean sweepBatch() {
        var more = false;
        for (int days : DAYS) {
            var silent = rows.lockSilent(clock.instant().minus(Duration.ofDays(days)), days, SIZE);
            for (var row : silent) {
                if (rows.setSilent(row.id(), days) == 1) {
                    events.append(new Event.CustomerStayedSilent(row.id(), row.brandId(), days));
                }
            }
            more |= silent.size() == SIZE;
        }
        return more;
    }
}
