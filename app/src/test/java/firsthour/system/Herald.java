package firsthour.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Another system that sends signed posts to an inbound webhook.
///
/// @param secret as it was shown once
record Herald(HttpClient client, URI address, String secret) {

    /// Sends one post, and expects it to be taken.
    ///
    /// @param json without its time, which is now
    void send(String id, String json) throws IOException, InterruptedException {
        var now = Instant.now();
        var body = "{\"id\":\"" + id + "\",\"publishedAt\":\"" + now + "\"," + json + "}";
        var message = "msg_" + id + "_" + now.toEpochMilli();
        var answer =
                client.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .header("webhook-id", message)
                                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                                .header("webhook-signature", "v1," + signature(message, now, body))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    private String signature(String message, Instant at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            Base64.getDecoder().decode(secret.substring("whsec_".length())),
                            mac.getAlgorithm()));
            var signed = message + "." + at.getEpochSecond() + "." + body;
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
