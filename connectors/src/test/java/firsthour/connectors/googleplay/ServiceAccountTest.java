package firsthour.connectors.googleplay;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import firsthour.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    private static final String TOKENS = "https://oauth2.example/token";

    @Test
    void theAccountSignsInWithAnAssertionOfItsKeyThatIsGoodForAnHour() throws Exception {
        ServiceAccount account = ServiceAccount.find(PlayServer.keyFile(TOKENS)).orElseThrow();

        Request grant = account.grant(account.tokens(), NOW);

        assertThat(grant.uri()).isEqualTo(URI.create(TOKENS));
        Map<String, String> form = form(grant.body().orElseThrow());
        assertThat(form).containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        SignedJWT signed = SignedJWT.parse(form.get("assertion"));
        assertThat(signed.verify(new RSASSAVerifier((RSAPublicKey) PlayServer.KEYS.getPublic())))
                .isTrue();
        assertThat(signed.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(signed.getPayload().toJSONObject())
                .isEqualTo(
                        Map.of(
                                "iss",
                                "bot@acme.example",
                                "scope",
                                "https://www.googleapis.com/auth/androidpublisher",
                                "aud",
                                TOKENS,
                                "iat",
                                NOW.getEpochSecond(),
                                "exp",
                                NOW.plusSeconds(3_600).getEpochSecond()));
    }

    @Test
    void aFileThatDoesNotSayWhereTokensAreMeansTheUsualPlace() {
        String file = PlayServer.keyFile(TOKENS).replace("token_uri", "other");

        assertThat(ServiceAccount.find(file))
                .hasValueSatisfying(account ->
                        assertThat(account.tokens())
                                .isEqualTo(URI.create("https://oauth2.googleapis.com/token")));
    }

    @Test
    void nothingIsSentWithoutEncryption() {
        assertThat(ServiceAccount.find(PlayServer.keyFile("http://oauth2.example/token")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "null",
                "[]",
                "\"x\"",
                "{\"private_key\":7}",
                "{\"client_email\":\"a\",\"private_key_id\":\"b\",\"private_key\":\"c\"}"
            })
    void whatIsNoKeyFileIsNone(String file) {
        assertThat(ServiceAccount.find(file)).isEmpty();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
