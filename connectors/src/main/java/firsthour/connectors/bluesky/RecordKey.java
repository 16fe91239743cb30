package firsthour.connectors.bluesky;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// The key under which a reply is kept, the same for each attempt, as `atproto.com/specs/tid` wants
/// it: 13 digits that hold a time and end in what nobody reads.
final class RecordKey {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final Pattern TIMED = Pattern.compile("[2-7a-j][2-7a-z]{12}");

    /// Digits that hold the second and what is above it.
    private static final int TIME = 7;

    private static final int LENGTH = 13;
    private static final int BITS = 5;

    /// Late in 2024, for posts whose key holds no time.
    private static final String SOME_TIME = "3ldzzzz";

    private RecordKey() {}

    /// Makes the key of a reply. It is dated within about a second of the post that is answered, so
    /// that it is neither in the future nor before the post's day; the rest is taken from the
    /// reply's own key.
    ///
    /// @param post the key of the post that is answered
    static String of(String post, String reply) {
        StringBuilder key =
                new StringBuilder(
                        TIMED.matcher(post).matches() ? post.substring(0, TIME) : SOME_TIME);
        long rest = digest(reply);
        while (key.length() < LENGTH) {
            key.append(DIGITS.charAt((int) (rest & (DIGITS.length() - 1))));
            rest >>>= BITS;
        }
        return key.toString();
    }

    private static long digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
