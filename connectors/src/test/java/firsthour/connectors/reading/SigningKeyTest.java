package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static final Map<String, Object> CLAIMS = Map.of("iss", "acme", "exp", 1_800_000_000L);

    @Test
    void whatAnRsaKeySignsItsPublicHalfVerifies() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        String signed = SigningKey.rsa(pem(pair)).orElseThrow().sign("k1", CLAIMS);

        assertVerified(signed, "RS256", new RSASSAVerifier((RSAPublicKey) pair.getPublic()));
    }

    @Test
    void whatAKeyOfP256SignsItsPublicHalfVerifies() throws Exception {
        KeyPair pair = curve("secp256r1");

        String signed = SigningKey.p256(pem(pair)).orElseThrow().sign("k1", CLAIMS);

        assertVerified(signed, "ES256", new ECDSAVerifier((ECPublicKey) pair.getPublic()));
    }

    @Test
    void lineBreaksMayBeLostOrWrittenOut() throws Exception {
        String pem = pem(curve("secp256r1"));

        assertThat(SigningKey.p256(pem.replace("\n", "\\n"))).isPresent();
        assertThat(SigningKey.p256(pem.replace("\n", " "))).isPresent();
        assertThat(SigningKey.p256(pem.replace("\n", "\r\n"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n"})
    void whatIsNoKeyIsNone(String pem) {
        assertThat(SigningKey.rsa(pem)).isEmpty();
        assertThat(SigningKey.p256(pem)).isEmpty();
    }

    @Test
    void aKeyOfAnotherKindIsNone() throws Exception {
        String rsa = pem(KeyPairGenerator.getInstance("RSA").generateKeyPair());

        assertThat(SigningKey.p256(rsa)).isEmpty();
        assertThat(SigningKey.rsa(pem(curve("secp256r1")))).isEmpty();
        assertThat(SigningKey.p256(pem(curve("secp384r1")))).isEmpty();
    }

    private static KeyPair curve(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static void assertVerified(String signed, String algorithm, JWSVerifier verifier)
            throws Exception {
        SignedJWT token = SignedJWT.parse(signed);
        assertThat(token.verify(verifier)).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(token.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(token.getPayload().toJSONObject()).isEqualTo(CLAIMS);
    }
}
