package firsthour.connectors.reading;

import firsthour.http.Answer;
import java.time.Duration;
import java.util.Optional;

/// Says whether this machine's clock may be the reason that a network refuses what was signed here
/// with a time.
public final class ClockDifference {
    /// What Google and Apple let pass between two clocks; an answer is seldom as long on its way.
    private static final Duration MOST = Duration.ofMinutes(5);

    private ClockDifference() {}

    /// Finds words for a person; empty where the clocks agree, or the answer has no date.
    public static Optional<String> find(Answer answer) {
        return answer.ahead()
                .filter(ahead -> ahead.abs().compareTo(MOST) > 0)
                .map(ahead -> words(ahead, answer.uri().getHost()));
    }

    private static String words(Duration ahead, String host) {
        return "This machine's clock may be wrong: it is "
                + length(ahead.abs())
                + (ahead.isNegative() ? " ahead of" : " behind")
                + " that of "
                + host
                + ". Set it, best by NTP; then it is let in again.";
    }

    private static String length(Duration length) {
        return length.toHours() < 2
                ? length.toMinutes() + " minutes"
                : length.toDays() < 2 ? length.toHours() + " hours" : length.toDays() + " days";
    }
}
