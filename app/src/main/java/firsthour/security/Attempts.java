package firsthour.security;

import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Slows down whoever guesses, on all nodes together. An attempt is written down before it is
/// looked at, so that many at once cannot slip through.
@Singleton
final class Attempts {
    /// Failures after which an e-mail address has to wait.
    static final int MOST_BY_EMAIL = 10;

    /// Failures after which a network address has to wait: many people may share one.
    static final int MOST_BY_ADDRESS = 40;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int EMAIL_CHARACTERS = 254;
    private static final int ADDRESS_CHARACTERS = 64;
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final AttemptRows rows;
    private final Clock clock;

    Attempts(AttemptRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Writes an attempt down.
    ///
    /// @return how long to wait when there were too many; then this one does not count
    Optional<Duration> begin(String email, String address) {
        var now = clock.instant();
        var since = now.minus(WINDOW);
        rows.forget(since);
        var row = rows.save(new AttemptRow(0, cut(email, EMAIL_CHARACTERS), network(address), now));
        var byEmail = rows.countByEmail(row.email(), since);
        var byAddress = rows.countByAddress(row.address(), since);
        if (byEmail.failures() <= MOST_BY_EMAIL && byAddress.failures() <= MOST_BY_ADDRESS) {
            return Optional.empty();
        }
        rows.delete(row.id());
        var oldest = byEmail.failures() > MOST_BY_EMAIL ? byEmail : byAddress;
        var wait = Duration.between(now, oldest.oldest().plus(WINDOW));
        return Optional.of(wait.isPositive() ? wait : Duration.ofSeconds(1));
    }

    /// Earlier failures of an e-mail address count no more.
    void forgive(String email) {
        rows.forgive(cut(email, EMAIL_CHARACTERS));
    }

    /// Whoever has one IPv6 address has the 64 bits behind it as well.
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : cut(address, ADDRESS_CHARACTERS);
        } catch (IllegalArgumentException e) {
            return cut(address, ADDRESS_CHARACTERS);
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
