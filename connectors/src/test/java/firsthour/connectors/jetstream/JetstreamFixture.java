package firsthour.connectors.jetstream;

import firsthour.connectors.Post;
import firsthour.connectors.Settings;
import firsthour.connectors.StreamEvent;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;

/// A connector that listens to a pretended stream.
abstract class JetstreamFixture {
    static final Instant NOW = Instant.parse("2026-11-09T10:00:00Z");
    static final Instant AT = NOW.minusSeconds(60);
    static final String ANN = "did:plc:ann";

    final JetstreamStub server;
    final Outbound outbound =
            new Outbound(() -> NOW, "127.0.0.1"::equals, limits(Duration.ofSeconds(10)));
    final JetstreamConnector connector = new JetstreamConnector(outbound, () -> NOW);

    JetstreamFixture() throws IOException {
        server = new JetstreamStub();
    }

    @AfterEach
    @AfterProperty
    void close() throws IOException {
        outbound.close();
        server.close();
    }

    Settings settings() {
        return settings(server.uri());
    }

    static Settings settings(URI address) {
        return new Settings(Map.of("endpoint", address.toString()));
    }

    static Map<String, Object> record(String text) {
        return JetstreamStub.record(AT, text);
    }

    static String farewell() {
        return JetstreamStub.account(AT, ANN, "deleted");
    }

    static String uri(String key) {
        return "at://" + ANN + "/app.bsky.feed.post/" + key;
    }

    static String brief(StreamEvent event) {
        return switch (event) {
            case StreamEvent.Posted(Post post) -> post.externalId() + " " + post.text();
            case StreamEvent.PostGone(String id) -> id;
            case StreamEvent.AuthorGone(String handle) -> handle;
        };
    }

    static Limits limits(Duration silence) {
        return new Limits(
                Duration.ofSeconds(5),
                silence,
                Duration.ofSeconds(30),
                1_000_000,
                5,
                Duration.ofHours(24));
    }
}
