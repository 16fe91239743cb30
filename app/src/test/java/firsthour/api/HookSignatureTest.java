package firsthour.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class HookSignatureTest {
    private static final String JSON = "application/json";

    private final Hook hook;
    private final Hook.Sending to;
    private final Sender sender;
    private final String body;

    HookSignatureTest(Hook hook) {
        this.hook = hook;
        this.to = hook.open();
        this.sender = to.sender();
        this.body = hook.post("1", "The kestrel till ate my card");
    }

    @Test
    void theLibraryOfStandardWebhooksSignsAsIsChecked()
            throws EmptyWebhookSecretException, WebhookSigningException {
        var signed = new Webhook(sender.secret()).sign("msg_1", hook.now().getEpochSecond(), body);

        assertTaken(
                sender.post(
                        JSON,
                        Map.of(
                                "webhook-id",
                                "msg_1",
                                "webhook-timestamp",
                                Long.toString(hook.now().getEpochSecond()),
                                "webhook-signature",
                                signed),
                        body));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void theClockMayDifferByFiveMinutes(long seconds) {
        assertTaken(sender.send("msg_1", hook.now().plusSeconds(seconds), body));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void whatComesTooLateOrTooEarlyIsRefused(long seconds) {
        assertRefused(sender.send("msg_1", hook.now().plusSeconds(seconds), body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "-1763295600",
                "1763295600.0",
                "99999999999999999999",
                "999999999999"
            })
    void aTimeThatIsNoneIsRefused(String timestamp) {
        assertRefused(changed("webhook-timestamp", timestamp));
    }

    @Test
    void oneSignatureOfSeveralIsEnough() {
        var good = sender.signature("msg_1", hook.now(), bytes());
        var other = new Sender(sender.address(), "whsec_" + "A".repeat(32));
        var bad = other.signature("msg_1", hook.now(), bytes());

        assertRefused(changed("webhook-signature", bad + " " + bad));
        assertRefused(changed("webhook-signature", good.replace("v1,", "v2,")));
        assertRefused(changed("webhook-signature", good.replace(",", " ")));
        assertRefused(changed("webhook-signature", good.substring(0, good.length() - 1)));
        assertTaken(changed("webhook-signature", "v1a,x  " + bad + " " + good));
    }

    @Test
    void nothingThatIsSignedMayBeChanged() {
        var headers = sender.headers("msg_1", hook.now(), bytes());
        for (int at = 0; at < bytes().length; at += 7) {
            var other = bytes();
            other[at] ^= 1;
            assertRefused(sender.post(JSON, headers, other));
        }
        assertRefused(sender.post(JSON, headers, body + " "));
        assertRefused(sender.post(JSON, headers, ""));
        assertRefused(changed("webhook-id", "msg_2"));
        assertRefused(
                changed(
                        "webhook-timestamp",
                        Long.toString(hook.now().plusSeconds(1).getEpochSecond())));
        assertRefused(
                new Sender(sender.address(), hook.open().sender().secret())
                        .send("msg_1", hook.now(), body));
    }

    @Test
    void nothingThatIsSignedMayBeMissing() {
        for (var name : new String[] {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
            var headers = new HashMap<>(sender.headers("msg_1", hook.now(), bytes()));
            headers.remove(name);
            assertRefused(sender.post(JSON, headers, body));
        }
        assertRefused(sender.post(JSON, Map.of(), body));
        assertRefused(sender.send(" ", hook.now(), body));
    }

    @Test
    void aHubSignsTheBodyAlone() {
        assertRefused(sender.post(JSON, Map.of("X-Hub-Signature-256", "sha256="), body));
        assertRefused(
                sender.post(JSON, Map.of("X-Hub-Signature-256", sender.hub(body + " ")), body));
        assertRefused(
                sender.post(
                        JSON,
                        Map.of("X-Hub-Signature-256", sender.hub(body).replace("sha256=", "")),
                        body));
        assertTaken(
                sender.post(
                        JSON,
                        Map.of(
                                "X-Hub-Signature-256",
                                "sha256=" + sender.hub(body).substring(7).toUpperCase(Locale.ROOT)),
                        body));
    }

    /// Whoever saw a request cannot send it again, later, with the weaker signature beside it.
    @Test
    void theWeakerSignatureDoesNotStandInForTheStronger() {
        var headers =
                new HashMap<>(
                        sender.headers("msg_1", hook.now().minus(Duration.ofHours(1)), bytes()));
        headers.put("X-Hub-Signature-256", sender.hub(body));
        assertRefused(sender.post(JSON, headers, body));
    }

    @Test
    void aSecretThatWasRenewedCountsNoMore() {
        var renewed = hook.renew(to);

        assertRefused(sender.send("msg_1", hook.now(), body));
        assertTaken(renewed.send("msg_1", hook.now(), body));
    }

    private byte[] bytes() {
        return body.getBytes(UTF_8);
    }

    private HttpResponse<String> changed(String header, String value) {
        var headers = new HashMap<>(sender.headers("msg_1", hook.now(), bytes()));
        headers.put(header, value);
        return sender.post(JSON, headers, body);
    }

    private void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(hook.texts(to.source())).hasSize(1);
    }

    /// Whatever was wrong, the answer is the same.
    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"The signature does not fit. Nothing was taken.\"}");
        assertThat(hook.texts(to.source())).isEmpty();
    }
}
