package firsthour.response;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When something was said, as a person enters it: in whole minutes, by a clock of their own.
record EnteredTime(Instant entered) {
    /// Clocks of two machines differ: so much ahead is forgiven and taken as now.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    boolean hasNotCome(Instant now) {
        return entered.isAfter(now.plus(AHEAD));
    }

    /// Whether its whole minute was over when something happened.
    boolean isBefore(Instant happened) {
        return entered.isBefore(happened.truncatedTo(ChronoUnit.MINUTES));
    }

    /// The time to count with. A reply within the minute of the post comes after the post; of what
    /// the customer wrote later in that minute nobody knows, and it still waits for its reply.
    ///
    /// @param since when what was replied to began
    Instant between(Instant since, Instant now) {
        if (entered.isAfter(now)) {
            return now;
        }
        return entered.isBefore(since) ? since : entered;
    }

    /// Where it stands in a history: at the end of its minute, after whatever was done in that
    /// minute before, but not after it was recorded.
    Instant among(Instant recorded) {
        var over = entered.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return recorded.isBefore(over) ? recorded : over;
    }
}
