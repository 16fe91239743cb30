package firsthour.reporting.month;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/// A part of a case, and the case.
record Tale(Story story, Episode episode) {
    /// What fell due at once stands in the order of its cases.
    static final Comparator<Tale> BY_DUE =
            Comparator.comparing((Tale tale) -> tale.episode().answer().due())
                    .thenComparing(tale -> tale.story().id);

    Duration sinceAsked() {
        return passed(episode.asked());
    }

    Duration sinceKnown() {
        return passed(episode.word().from);
    }

    private Duration passed(Instant from) {
        return Told.passed(from, Objects.requireNonNull(episode.word().said));
    }
}
