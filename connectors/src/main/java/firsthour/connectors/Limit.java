package firsthour.connectors;

import java.time.Duration;

/// How many requests a network takes from one account, or from one machine where no account is
/// needed.
///
/// @param requests at least 1
/// @param per the time in which so many may be sent
public record Limit(int requests, Duration per) {
    public Limit {
        if (requests < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("A limit is at least one request in some time");
        }
    }

    /// The pause between two requests at an even pace.
    public Duration pause() {
        return per.dividedBy(requests);
    }
}
