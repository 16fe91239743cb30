package firsthour.web.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.brand.WebhookSecrets;
import firsthour.database.Rows;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MicronautTest(transactional = false)
class WebhookPageTest {
    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{32}");
    private static final Pattern EXAMPLE =
            Pattern.compile("<pre[^>]*><code>(.*?)</code></pre>", Pattern.DOTALL);

    private final Sources sources;
    private final WebhookSecrets secrets;
    private final Rows rows;
    private final TestBrowser manager;

    WebhookPageTest(Sources sources, WebhookSecrets secrets, Rows rows, TestPeople people) {
        this.sources = sources;
        this.secrets = secrets;
        this.rows = rows;
        this.manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void addressAndSecretAreShownOnce() {
        assertThat(manager.get("/sources/add/webhook").body())
                .contains("What another system sends here", "Whichever brand a post names")
                .doesNotContain("Test it first");

        var page = add("Desk");
        var source = sources.findByName("Desk").orElseThrow();
        var secret = secrets.find(source.id()).orElseThrow();
        assertThat(SECRET.matcher(secret).matches()).isTrue();
        assertThat(page).contains("/hooks/" + source.id(), secret);

        assertThat(manager.get("/sources/" + source.id()).body())
                .contains("/hooks/" + source.id(), "not shown again", "whsec_…")
                .doesNotContain(secret);
        assertThat(
                        rows.column(
                                "SELECT sealed FROM webhook_secret WHERE source_id = "
                                        + source.id()))
                .noneMatch(sealed -> sealed.contains(secret));
        assertThat(manager.get("/sources").body())
                .contains("Desk", "Waits for its first post", "/sources/" + source.id());
    }

    @Test
    void aNewSecretReplacesTheOldOne() {
        add("Renewed");
        var source = sources.findByName("Renewed").orElseThrow();
        var before = secrets.find(source.id()).orElseThrow();

        var page = manager.post("/sources/" + source.id() + "/secret", Map.of());

        var after = secrets.find(source.id()).orElseThrow();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(after);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void nobodyPullsIt() {
        add("Pushed");
        var source = sources.findByName("Pushed").orElseThrow();

        assertThat(manager.post("/sources/" + source.id() + "/pull", Map.of()).statusCode())
                .isEqualTo(404);
        manager.post(
                "/sources/" + source.id(),
                Map.of("name", "Pushed anew", "version", Long.toString(source.version())));
        assertThat(sources.get(source.id()).name()).isEqualTo("Pushed anew");
        assertThat(secrets.find(source.id())).isPresent();
        assertThat(
                        rows.column(
                                "SELECT COUNT(*) FROM source_state WHERE source_id = "
                                        + source.id()))
                .containsExactly("0");
        assertThat(manager.post("/sources/preview", Map.of("network", "webhook")).body())
                .contains("nothing to ask");
    }

    @Test
    void itIsRemovedWithItsSecret() {
        add("Gone");
        var source = sources.findByName("Gone").orElseThrow();
        manager.post("/sources/" + source.id() + "/remove", Map.of());
        assertThat(secrets.find(source.id())).isEmpty();
    }

    /// What the page tells a person to type does send a post.
    @Test
    void theExampleOnThePageWorks(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of("bash", "openssl", "curl", "od").allMatch(WebhookPageTest::isInstalled),
                "bash, openssl, curl or od is not installed");
        var page = add("Example");
        var source = sources.findByName("Example").orElseThrow();
        var example = EXAMPLE.matcher(page);
        assertThat(example.find()).isTrue();
        var script =
                Files.writeString(folder.resolve("example.sh"), here(unescaped(example.group(1))));

        var run = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true).start();
        var said = new String(run.getInputStream().readAllBytes(), UTF_8);

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("{\"accepted\":1,\"rejected\":[]}");
        assertThat(texts(source)).isEqualTo("A first post, sent by hand.");
    }

    private String add(String name) {
        var answer =
                manager.post("/sources", Map.of("network", "webhook", "name", name, "brand", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String texts(Source source) {
        return String.join(
                "|", rows.column("SELECT text FROM post WHERE source_id = " + source.id()));
    }

    /// The node of a test listens on a port of its own.
    private String here(String script) {
        var home = manager.home();
        return script.replaceAll("'http://[^/']+/", "'" + URI.create(home.toString()).resolve("/"));
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
