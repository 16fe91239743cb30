package firsthour.clocks;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("clock")
record ClockRow(
        @Id @GeneratedValue long id,
        long caseId,
        long brandId,
        int episode,
        ClockKind kind,
        int round,
        @Nullable Long policyId,
        @Nullable Long calendarVersionId,
        boolean business,
        ClockState state,
        long targetSeconds,
        Instant startedAt,
        @Nullable Instant askedAt,
        Instant halfAt,
        Instant warnAt,
        Instant dueAt,
        @Nullable Instant warnedAt,
        int warnedPercent,
        @Nullable Instant nextWarningAt,
        @Nullable Instant breachedAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt) {

    Deadline deadline() {
        return new Deadline(startedAt, halfAt, warnAt, dueAt);
    }

    Duration within() {
        return Duration.ofSeconds(targetSeconds);
    }

    /// Whether a word of then can be the one that is waited for.
    boolean hears(Instant at) {
        return askedAt == null || at.isAfter(askedAt);
    }

    ClockRow met(Instant at) {
        return with(ClockState.MET, null, at, null);
    }

    ClockRow breached(@Nullable Instant late) {
        return with(ClockState.BREACHED, dueAt, late, cancelledAt);
    }

    ClockRow paused() {
        return with(ClockState.PAUSED, breachedAt, metAt, cancelledAt);
    }

    /// Called off; past its deadline it is breached as well.
    ClockRow cancelled(Instant at) {
        return state == ClockState.BREACHED || at.isAfter(dueAt)
                ? with(ClockState.BREACHED, dueAt, metAt, at)
                : with(ClockState.CANCELLED, null, metAt, at);
    }

    /// Runs on towards its old deadline; what was breached stays breached.
    ClockRow resumed() {
        return state == ClockState.BREACHED
                ? with(state, breachedAt, metAt, null)
                : with(ClockState.RUNNING, null, metAt, null);
    }

    /// Waits for a word again; what came late has not come.
    ClockRow owedAgain() {
        return state == ClockState.MET
                ? with(ClockState.RUNNING, null, null, cancelledAt)
                : with(state, breachedAt, null, cancelledAt);
    }

    /// Runs on after a pause, towards a later deadline. What was warned of is not warned of again.
    ClockRow goingOn(Deadline next) {
        return new ClockRow(
                id,
                caseId,
                brandId,
                episode,
                kind,
                round,
                policyId,
                calendarVersionId,
                business,
                ClockState.RUNNING,
                targetSeconds,
                startedAt,
                askedAt,
                next.halfAt(),
                next.warnAt(),
                next.dueAt(),
                warnedAt,
                warnedPercent,
                switch (warnedPercent) {
                    case 0 -> next.halfAt();
                    case Policy.HALF_PERCENT -> next.warnAt();
                    default -> null;
                },
                null,
                metAt,
                cancelledAt);
    }

    private ClockRow with(
            ClockState next,
            @Nullable Instant breached,
            @Nullable Instant met,
            @Nullable Instant cancelled) {
        return new ClockRow(
                id,
                caseId,
                brandId,
                episode,
                kind,
                round,
                policyId,
                calendarVersionId,
                business,
                next,
                targetSeconds,
                startedAt,
                askedAt,
                halfAt,
                warnAt,
                dueAt,
                warnedAt,
                warnedPercent,
                nextWarningAt,
                breached,
                met,
                cancelled);
    }
}
