package firsthour.connectors.rss;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.RealServer;
import firsthour.connectors.RealSource;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Answer;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reads a feed that nginx serves from folders which differ in how they answer.
class NginxRealIT {
    private static final Instant WRITTEN = Instant.parse("2026-11-09T10:00:00Z");
    private static final Instant NOW = WRITTEN.plusSeconds(3_600);

    private static RealServer server;

    private final Outbound outbound = new Outbound(() -> NOW, "127.0.0.1"::equals, Limits.USUAL);

    @BeforeAll
    static void start() {
        server = RealServer.start("nginx");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        serve(WRITTEN, "Acme is late");
    }

    @AfterEach
    void close() {
        outbound.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.xml,        \"[^\"]+\",   .+ GMT, -",
        "/tagged/feed.xml, \"[^\"]+\",   -,      -",
        "/zipped/feed.xml, W/\"[^\"]+\", .+ GMT, gzip",
        "/dated/feed.xml,  -,            .+ GMT, -"
    })
    void onlyWhatChangedIsReadAgain(String path, String tag, String date, String encoding)
            throws IOException {
        Answer answer = (Answer) outbound.send(Request.get(URI.create(server.address() + path)));
        assertThat(answer.find("etag").orElse("-")).matches(tag);
        assertThat(answer.find("last-modified").orElse("-")).matches(date);
        assertThat(answer.find("content-encoding").orElse("-")).isEqualTo(encoding);
        RealSource feed = feed(path);
        assertThat(feed.drain()).extracting(Post::text).containsExactly("Acme is late");

        assertThat(feed.pull()).isInstanceOf(Pull.Unchanged.class);
        assertThat(feed.pull()).isInstanceOf(Pull.Unchanged.class);

        serve(WRITTEN.plusSeconds(1), "Acme is late", "Acme is on time");
        assertThat(feed.drain()).extracting(Post::text).containsExactly("Acme is on time");
        assertThat(feed.pull()).isInstanceOf(Pull.Unchanged.class);
    }

    @Test
    void aFeedThatMovedIsReadWhereItIs() {
        assertThat(feed("/moved/feed.xml").drain()).hasSize(1);
    }

    @Test
    void aFeedThatIsGoneForGoodIsDisabled() {
        assertThat(feed("/gone/feed.xml").refusal()).isInstanceOf(Refusal.Gone.class);
    }

    @Test
    void aWrongAddressIsNamed() {
        assertThat(feed("/nowhere.xml").refusal()).isInstanceOf(Refusal.Misconfigured.class);
    }

    @Test
    void aFeedForMembersIsNotRead() {
        assertThat(feed("/closed/feed.xml").refusal()).isInstanceOf(Refusal.Unauthorised.class);
    }

    @Test
    void aServerThatIsBusySaysUntilWhen() {
        assertThat(feed("/busy/feed.xml").refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).contains(NOW.plusSeconds(7)));
    }

    /// One request a minute; nginx does not say when the next one is taken.
    @Test
    void aServerThatIsAskedTooOftenSaysSo() {
        RealSource feed = feed("/seldom/feed.xml");
        assertThat(feed.drain()).hasSize(1);

        assertThat(feed.refusal())
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.until()).isEmpty());
    }

    private RealSource feed(String path) {
        return new RealSource(
                new RssConnector(outbound, () -> NOW),
                new Settings(Map.of("url", server.address() + path)),
                Search.NOTHING);
    }

    /// Puts a feed with an entry of each text there.
    ///
    /// @param changed nginx tells versions apart by it, to the second
    private static void serve(Instant changed, String... texts) throws IOException {
        StringBuilder feed =
                new StringBuilder("<rss version=\"2.0\"><channel><title>Reviews</title>");
        for (String text : texts) {
            feed.append("<item><guid isPermaLink=\"false\">")
                    .append(text.hashCode())
                    .append("</guid><description>")
                    .append(text)
                    .append("</description></item>");
        }
        Path file = server.file("www").resolve("feed.xml");
        Files.writeString(file, feed.append("</channel></rss>"));
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
