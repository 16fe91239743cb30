package firsthour.web.sources;

import firsthour.secrets.KeyProblem;
import firsthour.secrets.Secrets;
import firsthour.security.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What goes along with a person to the network's page and comes back: sealed, so that nobody else
/// can have made it.
record ConsentState(long sourceId, long memberId, Instant until) {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    static ConsentState of(long sourceId, SignedIn reader, Instant now) {
        return new ConsentState(sourceId, reader.memberId(), now.plus(GOOD_FOR));
    }

    /// Opens what came back; empty where it is not from here.
    static Optional<ConsentState> read(String sealed, Secrets secrets) {
        try {
            // A blank is a plus that an address lost on the way.
            var parts = secrets.open(sealed.replace(' ', '+')).split(" ", -1);
            return Optional.of(
                    new ConsentState(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            Instant.ofEpochSecond(Long.parseLong(parts[2]))));
        } catch (KeyProblem e) {
            return Optional.empty(); // not from here
        }
    }

    String sealed(Secrets secrets) {
        return secrets.seal(sourceId + " " + memberId + " " + until.getEpochSecond());
    }

    boolean isGood(SignedIn reader, Instant now) {
        return reader.memberId() == memberId && now.isBefore(until);
    }
}
