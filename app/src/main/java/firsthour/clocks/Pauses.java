package firsthour.clocks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is not counted of a clock's time, and what comes of that.
@Singleton
class Pauses {
    private final PauseRows rows;
    private final Calendars calendars;

    Pauses(PauseRows rows, Calendars calendars) {
        this.rows = rows;
        this.calendars = calendars;
    }

    void begin(ClockRow clock, Instant at) {
        rows.save(new PauseRow(0, clock.id(), at, null));
    }

    /// Ends a pause and computes the deadline anew; a clock that is not paused stays as it is.
    ClockRow endAndReckon(ClockRow clock, Instant at) {
        if (clock.state() != ClockState.PAUSED) {
            return clock;
        }
        rows.end(clock.id(), at);
        var ended = rows.findEnded(List.of(clock.id())).stream().map(PauseRow::pause).toList();
        return clock.goingOn(Deadline.of(clock.within(), hours(clock), clock.startedAt(), ended));
    }

    /// Lets a pause go on that ended then with the calling off of its clock, or with a word that
    /// was another case's, as if it had not.
    ///
    /// @return whether there was one
    boolean goesOn(ClockRow clock, @Nullable Instant ended) {
        return ended != null && rows.reopen(clock.id(), ended) == 1;
    }

    /// Clocks with their receipts.
    List<CaseClock> told(List<ClockRow> clocks) {
        if (clocks.isEmpty()) {
            return List.of();
        }
        var ended =
                rows.findEnded(clocks.stream().map(ClockRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(PauseRow::clockId));
        return clocks.stream()
                .map(row -> told(row, ended.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private CaseClock told(ClockRow row, List<PauseRow> ended) {
        return new CaseClock(
                row.id(),
                row.episode(),
                row.kind(),
                row.state(),
                new Receipt(
                        row.deadline(),
                        row.within(),
                        hours(row),
                        ended.stream().map(PauseRow::pause).toList()),
                calendar(row),
                Optional.ofNullable(row.warnedAt()),
                Optional.ofNullable(row.breachedAt()),
                Optional.ofNullable(row.metAt()),
                Optional.ofNullable(row.cancelledAt()));
    }

    private Hours hours(ClockRow row) {
        return calendar(row)
                .filter(_ -> row.business())
                .<Hours>map(hours -> hours)
                .orElseGet(AroundTheClock::new);
    }

    private Optional<BusinessHours> calendar(ClockRow row) {
        return Optional.ofNullable(row.calendarVersionId()).map(calendars::hours);
    }
}
