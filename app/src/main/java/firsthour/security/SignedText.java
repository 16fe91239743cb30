package firsthour.security;

import firsthour.secrets.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Text that goes through the browser and must come back unchanged. It can be read on the way.
@Singleton
public final class SignedText {
    private static final String ALGORITHM = "HmacSHA256";

    private final Secrets secrets;

    SignedText(Secrets secrets) {
        this.secrets = secrets;
    }

    /// The text with its signature, in characters that a cookie may hold.
    ///
    /// @param purpose what was signed for one purpose is refused for another
    public String sign(String purpose, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return encode(bytes) + "." + encode(signature(purpose, bytes));
    }

    /// The text; empty when it was not signed here for this purpose.
    public Optional<String> verify(String purpose, String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(purpose, bytes))
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(String purpose, byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.derive("signed " + purpose, 32), ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
