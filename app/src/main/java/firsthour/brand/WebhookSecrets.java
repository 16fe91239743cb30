package firsthour.brand;

import firsthour.secrets.Secrets;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// What senders to a webhook sign their requests with: made here, shown to whoever made it, and
/// kept encrypted.
@Singleton
public class WebhookSecrets {
    /// How a secret begins, as Standard Webhooks have it; the rest is Base64.
    public static final String PREFIX = "whsec_";

    private static final int BYTES = 24;

    private final WebhookSecretRows rows;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(WebhookSecretRows rows, Secrets secrets, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Makes a source's secret; one that it had counts no more.
    ///
    /// @return to be shown once
    @Transactional
    public String renew(long sourceId) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getEncoder().encodeToString(bytes);
        rows.keep(sourceId, secrets.seal(secret), clock.instant());
        return secret;
    }

    /// Finds the secret of a source, in the clear: for checking a signature only.
    public Optional<String> find(long sourceId) {
        return rows.findById(sourceId).map(row -> secrets.open(row.sealed()));
    }

    /// When the secret of a source was made.
    public Optional<Instant> findMadeAt(long sourceId) {
        return rows.findById(sourceId).map(WebhookSecretRow::madeAt);
    }
}
