package firsthour.demo;

import firsthour.alerts.Alerts;
import firsthour.clocks.Breaches;
import firsthour.clocks.CaseClock;
import firsthour.clocks.Clocks;
import firsthour.triage.Climb;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// Does what the scheduled jobs do about time, at the instants at which there is something to do.
@Singleton
class SampleClocks {
    private static final Duration CLIMB_AFTER = Duration.ofHours(20);
    private static final int ALERTS = 200;

    private final Clocks clocks;
    private final Breaches breaches;
    private final Climb climb;
    private final Alerts alerts;
    private final SampleRows rows;
    private final Set<Long> watched = new HashSet<>();

    SampleClocks(Clocks clocks, Breaches breaches, Climb climb, Alerts alerts, SampleRows rows) {
        this.clocks = clocks;
        this.breaches = breaches;
        this.climb = climb;
        this.alerts = alerts;
        this.rows = rows;
    }

    /// Has warnings, breaches and the climb to the top of the queue happen in time, if a post has
    /// become a case.
    void watch(Scene scene, String post) {
        rows.findFate(scene.brandId(), post)
                .map(SampleRows.Fate::caseId)
                .ifPresent(id -> watch(id, scene.agenda()));
    }

    private void watch(long caseId, Agenda agenda) {
        clocks.findByCase(caseId).stream()
                .filter(clock -> watched.add(clock.id()))
                .map(CaseClock::deadline)
                .forEach(deadline -> {
                    sweepAfter(deadline.halfAt(), agenda);
                    sweepAfter(deadline.warnAt(), agenda);
                    sweepAfter(deadline.dueAt(), agenda);
                    sweepAfter(deadline.startedAt().plus(CLIMB_AFTER), agenda);
                });
    }

    /// A job comes by a moment later.
    private void sweepAfter(Instant instant, Agenda agenda) {
        agenda.add(instant.plusSeconds(1), this::sweep);
    }

    void sweep() {
        breaches.sweep();
        climb.sweep();
        while (alerts.sweep(ALERTS) == ALERTS) {
            // More may wait than one sweep takes.
        }
    }
}
