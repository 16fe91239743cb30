package firsthour.triage;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// One transaction's worth of raised cases.
@Singleton
class ClimbBatch {
    static final int SIZE = 100;
    static final List<Step> STEPS =
            List.of(
                    new Step(1, Duration.ofMinutes(30), 10, "30 min"),
                    new Step(2, Duration.ofHours(4), 20, "4 h"),
                    new Step(3, Duration.ofHours(12), 30, "12 h"));

    private static final Duration LONGEST_WAIT = Duration.ofHours(20);

    /// How much more urgent a case is that nobody has taken for so long.
    record Step(int number, Duration after, int points, String words) {}

    private final CaseRows rows;
    private final PriorityJson json;
    private final EventLog events;
    private final Clock clock;

    ClimbBatch(CaseRows rows, PriorityJson json, EventLog events, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(isolation = Isolation.READ_COMMITTED)
    int raise() {
        var since = clock.instant().minus(LONGEST_WAIT);
        var waiting = rows.lockWaiting(since, Priority.FLOOR, SIZE);
        for (var row : waiting) {
            var raised = json.read(row.priority(), row.priorityReasons()).raised();
            if (rows.raise(row.id(), raised.points(), json.write(raised)) == 1) {
                events.append(new Event.PriorityRaised(row.id(), row.brandId(), raised.points()));
            }
        }
        return waiting.size();
    }

    /// Moves cases that nobody has up one step.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    int climb(Step step) {
        var since = clock.instant().minus(step.after());
        var waiting = rows.lockUnclaimed(since, step.number(), Priority.FLOOR, SIZE);
        for (var row : waiting) {
            var before = json.read(row.priority(), row.priorityReasons());
            var now = before.climbed(step.points(), step.words());
            rows.climb(row.id(), step.number(), now.points(), json.write(now));
            if (now.points() > before.points()) {
                events.append(new Event.PriorityRaised(row.id(), row.brandId(), now.points()));
            }
        }
        return waiting.size();
    }

    /// Shows managers what nobody has taken since the first step.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    int show() {
        var now = clock.instant();
        var waiting = rows.lockUnseen(now.minus(STEPS.getFirst().after()), SIZE);
        for (var row : waiting) {
            if (rows.leaveUnattended(row.id(), now) == 1) {
                events.append(new Event.CaseUnattended(row.id(), row.brandId()));
            }
        }
        return waiting.size();
    }
}
