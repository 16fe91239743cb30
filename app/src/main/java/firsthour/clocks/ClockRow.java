package firsthour.clocks;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("clock")
record ClockRow(
        @Id @GeneratedValue long id,
        long caseId,
        long brandId,
        int episode,
        ClockKind kind,
        ClockState state,
        long targetSeconds,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        String receipt) {

    ClockRow met(Instant at) {
        return with(ClockState.MET, null, at, null);
    }

    ClockRow breached(@Nullable Instant late) {
        return with(ClockState.BREACHED, dueAt, late, cancelledAt);
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
                next,
                targetSeconds,
                startedAt,
                warnAt,
                dueAt,
                warnedAt,
                breached,
                met,
                cancelled,
                receipt);
    }
}
