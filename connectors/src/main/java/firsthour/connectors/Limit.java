package firsthour.connectors;

import java.time.Duration;

/// How many requests a network takes from one account, or from one machine where no account is
/// needed.
///
/// @param requests at least 1
/// @param per the time in which so many may be sent
public record Limit(int requests, Duration per) {
    private static final int FEW = 10;

    public Limit {
        if (requests < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("A limit is at least one request in some time");
        }
    }

    /// How many may be sent at once after a rest: a quarter; where that is little, ten if so many
    /// are allowed at all, since one pull may need several.
    public int burst() {
        return Math.max(1, Math.max(requests / 4, Math.min(requests - 1, FEW)));
    }

    /// The pause between two requests after that. A burst and what is sent at this pace stay within
    /// the limit together, wherever the time is taken to begin.
    public Duration pause() {
        return per.dividedBy(Math.max(1, requests - burst()));
    }
}
