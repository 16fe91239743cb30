package firsthour.http;

import java.time.Duration;

/// How long one request may take and how much it may bring.
///
/// @param connect until the connection stands
/// @param silence the longest time without a byte from the other side
/// @param total the whole request, redirects included
/// @param body bytes of an answer, counted on the wire and again after decompression
/// @param redirects how many are followed, 0 or more
/// @param longestWait the longest Retry-After that is believed; a longer one is cut to this
public record Limits(
        Duration connect,
        Duration silence,
        Duration total,
        int body,
        int redirects,
        Duration longestWait) {
    public static final Limits USUAL =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(60),
                    10 * 1024 * 1024,
                    5,
                    Duration.ofHours(24));

    public Limits {
        if (connect.isNegative() || connect.isZero() || silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("A time-out is longer than nothing");
        }
        if (total.compareTo(connect) < 0) {
            throw new IllegalArgumentException("The whole takes at least as long as connecting");
        }
        if (body < 1 || redirects < 0 || longestWait.isNegative()) {
            throw new IllegalArgumentException("A limit is not negative");
        }
    }
}
