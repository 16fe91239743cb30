package firsthour.connectors.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.PostRef;
import firsthour.connectors.RealClient;
import firsthour.connectors.RealServer;
import firsthour.connectors.RealSource;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.connectors.reading.Grants;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A WordPress with one article, its connector, and the person who runs it.
final class RealSite implements AutoCloseable {
    private static final String COMMENTS = "/?rest_route=/wp/v2/comments";

    /// A second is read when it is over; so that nobody has to wait for that, it is a little later.
    final InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(3));

    final Outbound outbound = new Outbound(clock, "127.0.0.1"::equals, Limits.USUAL);
    final WordPressConnector connector = new WordPressConnector(outbound, clock);
    private final RealServer server = RealServer.start("wordpress");
    private final String password = password();

    private String password() {
        try {
            return Files.readString(server.file("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return server.address();
    }

    /// Everybody's.
    Settings publicSettings() {
        return new Settings(Map.of("site", address()));
    }

    /// The brand's, whose user runs the site.
    Settings settings() {
        return settings(password);
    }

    Settings settings(String password) {
        return new Settings(Map.of("site", address(), "user", "admin", "password", password));
    }

    RealSource source(Settings settings, String phrase) {
        return new RealSource(connector, settings, new Search(List.of(phrase)));
    }

    RealClient admin() {
        return client(password);
    }

    RealClient client(String password) {
        return new RealClient(address(), Grants.basic("admin", password));
    }

    /// A customer comments now.
    PostRef write(String text) {
        return write(text, Map.of());
    }

    /// A comment that is filed under another time than it came.
    PostRef write(String text, Instant at) {
        String date = at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
        return write(text, Map.of("date_gmt", date));
    }

    PostRef write(String text, Map<String, ?> more) {
        Map<String, Object> comment = new HashMap<>();
        comment.put("post", 1);
        comment.put("author_name", "Ann");
        comment.put("author_email", "ann@mail.example");
        comment.put("content", text);
        comment.put("status", "approved");
        comment.putAll(more);
        return ref(admin().post(COMMENTS, comment));
    }

    void edit(PostRef comment, String text) {
        admin().post(path(comment), Map.of("content", text));
    }

    void delete(PostRef comment) {
        admin().delete(path(comment) + "&force=true");
    }

    void liveIn(String zone) {
        admin().post("/?rest_route=/wp/v2/settings", Map.of("timezone", zone));
    }

    static String number(PostRef comment) {
        String id = comment.externalId();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String path(PostRef comment) {
        return COMMENTS + "/" + number(comment);
    }

    private PostRef ref(JsonNode comment) {
        String id = address().substring("http://".length()) + "/" + comment.get("id").asLong();
        return new PostRef(id, Optional.empty(), Optional.of("Ann"));
    }

    @Override
    public void close() {
        server.close();
        outbound.close();
    }
}
