package firsthour.web.sources;

import firsthour.brand.WebhookSecrets;
import io.micronaut.core.annotation.Introspected;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How another system sends posts to a source.
///
/// @param secret in the clear, when it was made just now
/// @param madeAt when the secret was made; null where there is none
/// @param now the date of the post in the example
@Introspected
public record HookView(
        URI address, @Nullable String secret, @Nullable Instant madeAt, Instant now) {

    /// Sends a post, on a command line with OpenSSL and curl.
    public String example() {
        return """
        SECRET='%s'
        BODY='{"id":"first-post","author":"Kim","text":"A first post, sent by hand.","publishedAt":"%s"}'
        ID="msg_$(openssl rand -hex 12)"
        NOW=$(date +%%s)
        KEY=$(printf %%s "${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
        SIGNATURE=$(printf %%s "$ID.$NOW.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)
        curl '%s' \\
          -H 'Content-Type: application/json' \\
          -H "webhook-id: $ID" \\
          -H "webhook-timestamp: $NOW" \\
          -H "webhook-signature: v1,$SIGNATURE" \\
          --data-binary "$BODY"
        """
                .formatted(
                        secret == null ? WebhookSecrets.PREFIX + "…" : secret,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        address);
    }
}
