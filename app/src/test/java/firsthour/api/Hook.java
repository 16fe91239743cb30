package firsthour.api;

import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Webhooks to send to, and what came of it.
@Singleton
@Requires(property = "controlled.time")
final class Hook {
    private final AtomicInteger count = new AtomicInteger();
    private final Sources sources;
    private final WebhookSecrets secrets;
    private final EmbeddedServer server;
    private final Rows rows;
    private final ControlledTime time;
    private final long brand;

    Hook(
            Sources sources,
            WebhookSecrets secrets,
            Brands brands,
            EmbeddedServer server,
            Rows rows,
            ControlledTime time,
            TestPeople people)
            throws QueryError {
        this.sources = sources;
        this.secrets = secrets;
        this.server = server;
        this.rows = rows;
        this.time = time;
        this.brand = brands.addWithQuery("Kestrel", "UTC", "kestrel").id();
        people.add(Role.ADMIN); // without one, every request is led to the set-up
    }

    /// A webhook of its own, and who sends to it.
    record Sending(Source source, Sender sender) {}

    Sending open() {
        return open(null);
    }

    Sending open(@Nullable Long brandId) {
        var source =
                sources.add(
                        "webhook",
                        "Desk " + count.incrementAndGet(),
                        brandId,
                        new Settings(Map.of()),
                        false);
        return new Sending(source, sender(source.id(), secrets.renew(source.id())));
    }

    /// Who sends to the same webhook with a new secret.
    Sender renew(Sending to) {
        return sender(to.source().id(), secrets.renew(to.source().id()));
    }

    Sender sender(long sourceId, String secret) {
        return new Sender(server.getURI().resolve("/hooks/" + sourceId), secret);
    }

    /// The brand that posts with the word `kestrel` mention.
    long brand() {
        return brand;
    }

    Instant now() {
        return time.now();
    }

    /// A post by Anna, written now.
    String post(String id, String text) {
        return post(id, "Anna", text);
    }

    String post(String id, String author, String text) {
        return "{\"id\":\"%s\",\"author\":\"%s\",\"text\":\"%s\",\"publishedAt\":\"%s\"}"
                .formatted(id, author, text, time.now());
    }

    /// The stored texts of a source, in the order of their ids.
    List<String> texts(Source source) {
        return rows.column(
                "SELECT text FROM post WHERE source_id = %d ORDER BY external_id"
                        .formatted(source.id()));
    }

    long mentions(Source source) {
        return Long.parseLong(
                rows.column(
                                "SELECT COUNT(*) FROM mention m JOIN post p ON p.id = m.post_id WHERE p.source_id = %d"
                                        .formatted(source.id()))
                        .getFirst());
    }
}
