package firsthour.triage;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.util.List;

/// Passes on what people leave who were deactivated or went away: to whoever stands in, or, where
/// nobody does, to nobody, where managers see it. Looks again and again, so that no deed and no
/// beginning of an absence has to remember it.
@Singleton
public class Covers {
    private static final int BATCH = 200;

    private final CoverRows rows;
    private final Covering covering;
    private final Clock clock;

    Covers(CoverRows rows, Covering covering, Clock clock) {
        this.rows = rows;
        this.covering = covering;
        this.clock = clock;
    }

    /// Passes on whatever is left by now.
    ///
    /// @return how many cases changed hands or lost an offer
    public int sweep() {
        var now = clock.instant();
        int all = 0;
        List<Long> left;
        do {
            left = rows.findLeft(now, BATCH);
            int passed = (int) left.stream().filter(id -> covering.passOn(id)).count();
            all += passed;
            if (passed == 0) {
                break;
            }
        } while (left.size() == BATCH);
        for (var id : rows.findOfferedInVain(now, BATCH)) {
            if (covering.lapse(id)) {
                all++;
            }
        }
        return all;
    }
}
