package firsthour.connectors.reading;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A private key that signs assertions (RFC 7523) in place of a password.
public final class SigningKey {
    private static final Pattern FRAME = Pattern.compile("-----(BEGIN|END) PRIVATE KEY-----");

    private final JWSAlgorithm algorithm;
    private final JWSSigner signer;

    private SigningKey(JWSAlgorithm algorithm, JWSSigner signer) {
        this.algorithm = algorithm;
        this.signer = signer;
    }

    /// Reads an RSA key, which signs as RS256.
    ///
    /// @param pem PKCS #8 with its frame (`-----BEGIN PRIVATE KEY-----`); line breaks may be lost
    /// @return empty where it is no such key
    public static Optional<SigningKey> rsa(String pem) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(unframed(pem));
            return Optional.of(new SigningKey(JWSAlgorithm.RS256, new RSASSASigner(key)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // the caller names the setting
        }
    }

    /// Reads a key of the curve P-256, which signs as ES256.
    ///
    /// @param pem PKCS #8 with its frame (`-----BEGIN PRIVATE KEY-----`); line breaks may be lost
    /// @return empty where it is no such key
    public static Optional<SigningKey> p256(String pem) {
        try {
            var key = KeyFactory.getInstance("EC").generatePrivate(unframed(pem));
            JWSSigner signer = new ECDSASigner((ECPrivateKey) key);
            return Optional.of(new SigningKey(JWSAlgorithm.ES256, signer))
                    .filter(of -> of.signer.supportedJWSAlgorithms().contains(of.algorithm));
        } catch (GeneralSecurityException | IllegalArgumentException | JOSEException e) {
            return Optional.empty(); // the caller names the setting
        }
    }

    /// Signs claims.
    ///
    /// @param keyId by which the network knows the key
    /// @param claims by name: texts, and times as seconds since 1970
    public String sign(String keyId, Map<String, Object> claims) {
        JWSObject token =
                new JWSObject(
                        new JWSHeader.Builder(algorithm)
                                .type(JOSEObjectType.JWT)
                                .keyID(keyId)
                                .build(),
                        new Payload(claims));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A key that was read cannot sign", e);
        }
        return token.serialize();
    }

    private static PKCS8EncodedKeySpec unframed(String pem) {
        String body = FRAME.matcher(pem.replace("\\n", "\n")).replaceAll("");
        return new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body.strip()));
    }
}
