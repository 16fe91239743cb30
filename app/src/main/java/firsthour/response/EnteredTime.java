package firsthour.response;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When something was said, as a person enters it: in whole minutes, by a clock of their own.
record EnteredTime(Instant entered) {
    /// Clocks of two machines differ: so much ahead is forgiven and taken as now.
    static final Duration AHEAD = Duration.ofMinutes(5);

    boolean hasNotCome(Instant now) {
        return entered.isAfter(now.plus(AHEAD));
    }

    /// Whether its whole minute was over when something happened.
    boolean isBefore(Instant happened) {
        return entered.isBefore(happened.truncatedTo(ChronoUnit.MINUTES));
    }

    /// The time to count with. A reply within the minute of the post comes after the post.
    ///
    /// @param since what was replied to
    Instant between(Instant since, Instant now) {
        if (entered.isAfter(now)) {
            return now;
        }
        return entered.isBefore(since) ? since : entered;
    }
}
