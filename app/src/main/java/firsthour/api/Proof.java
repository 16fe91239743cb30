package firsthour.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import firsthour.brand.WebhookSecrets;
import io.micronaut.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Shows that a request comes from whoever has the secret: by the headers of Standard Webhooks
/// (standardwebhooks.com), or by `X-Hub-Signature-256`, which says nothing of the time.
final class Proof {
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String HUB_SIGNATURE = "X-Hub-Signature-256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private Proof() {}

    /// Checks a request.
    ///
    /// @param body as it came
    /// @return what tells the request from others, 64 hexadecimal digits; empty where it is not
    ///   proven
    static Optional<String> find(HttpHeaders headers, byte[] body, String secret, Instant now) {
        var signatures = headers.get(SIGNATURE);
        if (signatures != null) {
            var id = headers.get(ID);
            var at = headers.get(TIMESTAMP);
            return id != null
                            && !id.isBlank()
                            && isTimely(at, now)
                            && isSigned(id + "." + at + ".", body, secret, signatures)
                    ? Optional.of(digest("id " + id, new byte[0]))
                    : Optional.empty();
        }
        var signature = headers.get(HUB_SIGNATURE);
        return signature != null && isHubSigned(body, secret, signature)
                ? Optional.of(digest("body ", body))
                : Optional.empty();
    }

    private static boolean isTimely(@Nullable String timestamp, Instant now) {
        return timestamp != null
                && SECONDS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    /// A sender that changes its secret signs with both for a while.
    private static boolean isSigned(String head, byte[] body, String secret, String signatures) {
        var key = Base64.getDecoder().decode(secret.substring(WebhookSecrets.PREFIX.length()));
        var expected =
                "v1," + Base64.getEncoder().encodeToString(hmac(key, head.getBytes(UTF_8), body));
        boolean signed = false;
        for (var signature : signatures.split(" ", -1)) {
            signed |= isSame(expected, signature);
        }
        return signed;
    }

    private static boolean isHubSigned(byte[] body, String secret, String signature) {
        var expected = HexFormat.of().formatHex(hmac(secret.getBytes(UTF_8), new byte[0], body));
        return isSame("sha256=" + expected, signature.toLowerCase(Locale.ROOT));
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(US_ASCII), given.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static String digest(String head, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
