package firsthour.connectors.jetstream;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.StreamBatch.Gap;
import firsthour.connectors.reading.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Where the stream was left.
///
/// @param micros of the epoch; what was seen at this time is told again
record Cursor(long micros) {
    /// How far back a first connection begins, so that something is there to be seen.
    private static final Duration FIRST = Duration.ofMinutes(10);

    /// How long the server keeps what happened. It goes on from there without a word when it is
    /// asked for more.
    static final Duration REACH = Duration.ofHours(36);

    static Cursor of(Checkpoint checkpoint, Instant now) {
        return Stored.find(checkpoint, Cursor.class).orElseGet(() -> at(now.minus(FIRST)));
    }

    private static Cursor at(Instant time) {
        return new Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    Instant time() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// What the server has forgotten since.
    Optional<Gap> findGap(Instant now) {
        Instant kept = now.minus(REACH);
        return time().isBefore(kept) ? Optional.of(new Gap(time(), kept)) : Optional.empty();
    }

    Checkpoint stored() {
        return Stored.of(this);
    }
}
