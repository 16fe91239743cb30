package firsthour.connectors.appstoreconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Sessions;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");

    private final Account account =
            ((Account.Found.Usable)
                            Account.find(
                                    new Settings(
                                            Map.of(
                                                    "app", "440",
                                                    "issuer", "team",
                                                    "keyid", "K1",
                                                    "key", AppleJson.PEM))))
                    .account();

    @Test
    void aTokenNamesTheTeamAndEndsBeforeTwentyMinutes() throws Exception {
        Sessions.SignIn.Done done = (Sessions.SignIn.Done) account.signIn(() -> NOW);

        SignedJWT token = SignedJWT.parse(done.token());
        assertThat(token.verify(new ECDSAVerifier((ECPublicKey) AppleJson.KEYS.getPublic())))
                .isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo("K1");
        assertThat(token.getPayload().toJSONObject())
                .isEqualTo(
                        Map.of(
                                "iss",
                                "team",
                                "iat",
                                NOW.getEpochSecond(),
                                "exp",
                                NOW.plus(Duration.ofMinutes(15)).getEpochSecond(),
                                "aud",
                                "appstoreconnect-v1"));
        assertThat(done.until()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void theKeyIsNotWrittenIntoLogs() {
        assertThat(account.toString()).isEqualTo("Account[440]");
    }
}
