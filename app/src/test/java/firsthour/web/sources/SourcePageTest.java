package firsthour.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "stub.permission", value = "true")
class SourcePageTest {
    private final TestPeople people;
    private final Sources sources;
    private final Rows rows;
    private final Source source;
    private TestBrowser manager;

    SourcePageTest(TestPeople people, Sources sources, Rows rows) {
        this.people = people;
        this.sources = sources;
        this.rows = rows;
        this.source =
                sources.add(
                        "guarded",
                        "Guarded " + UUID.randomUUID(),
                        null,
                        new Settings(
                                Map.of(
                                        "client",
                                        "abc",
                                        "secret",
                                        "hush",
                                        "permission",
                                        "secret-1")),
                        false);
        this.manager = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        manager = people.signedIn(Role.MANAGER);
    }

    @Test
    void aSecretIsNeverShownAndStaysWhenItIsLeftEmpty() {
        assertThat(manager.get(path("")).body())
                .contains("value=\"abc\"", "Stored, and not shown")
                .doesNotContain("secret-1", "hush", "name=\"permission\"");

        var answer = change(Map.of("name", source.name(), "client", "xyz", "secret", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(settings().values())
                .isEqualTo(Map.of("client", "xyz", "secret", "hush", "permission", "secret-1"));
    }

    @Test
    void aKeptSecretIsNotSentToAnotherPlace() {
        change(
                Map.of(
                        "name", source.name(),
                        "client", "abc",
                        "endpoint", "https://elsewhere.example"));

        assertThat(settings().values())
                .isEqualTo(Map.of("client", "abc", "endpoint", "https://elsewhere.example"));
    }

    @Test
    void theIdsOfPostsMeanNothingElsewhere() {
        aPostCame();

        var answer =
                change(
                        Map.of(
                                "name", source.name(),
                                "client", "abc",
                                "endpoint", "https://elsewhere.example"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Add another source for the new place");
        assertThat(settings().find("endpoint")).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsChanged() {
        var answer = change(Map.of("name", source.name(), "client", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Guarded needs");
        assertThat(settings().find("client")).contains("abc");
    }

    @Test
    void onlyASourceThatBroughtNothingIsRemoved() {
        aPostCame();
        manager.post(path("/remove"), Map.of());
        assertThat(sources.find(source.id())).isPresent();

        rows.execute("DELETE FROM post WHERE source_id = " + source.id());
        manager.post(path("/remove"), Map.of());
        assertThat(sources.find(source.id())).isEmpty();
    }

    private void aPostCame() {
        rows.execute(
                """
                INSERT INTO post (source_id, external_id, network, text, content_key, published_at,
                  detected_at, history)
                VALUES (%d, '1', 'guarded', 'x', '-', NOW(6), NOW(6), FALSE)
                """
                        .formatted(source.id()));
    }

    @Test
    void aPersonAllowsAccessOnTheNetworksPageAndComesBack() {
        var sent = manager.post(path("/consent"), Map.of());
        assertThat(sent.headers().firstValue("Location").orElseThrow())
                .startsWith("https://guarded.example/allow?back=http://");

        var back = manager.get("/sources/consent?code=code-1&state=" + state(sent));

        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith(path(""));
        assertThat(settings().find("permission")).contains("permission-1");
    }

    @Test
    void whatComesBackFromElsewhereOrToSomebodyElseChangesNothing() {
        var state = state(manager.post(path("/consent"), Map.of()));

        manager.get("/sources/consent?code=code-1&state=made-up");
        manager.get("/sources/consent?code=code-1");
        manager.get("/sources/consent?code=old&state=" + state);
        manager.get("/sources/consent?state=" + state);
        people.signedIn(Role.MANAGER).get("/sources/consent?code=code-1&state=" + state);

        assertThat(settings().find("permission")).contains("secret-1");
    }

    @Test
    void aSourceIsTriedBeforeItIsAdded() {
        var works = preview(Map.of("network", "guarded", "client", "a", "permission", "b"));
        assertThat(works.indexOf("The newer")).isPositive().isLessThan(works.indexOf("The older"));
        assertThat(works).contains("It works: 2 posts");

        assertThat(preview(Map.of("network", "guarded", "client", "a")))
                .contains("Not let in: Nobody has allowed it.");
        assertThat(preview(Map.of("network", "guarded"))).contains("Guarded needs");
        assertThat(preview(Map.of("network", "nowhere"))).contains("is no network");
    }

    @Test
    void whoSavesWhatSomebodyElseHasChangedIsTold() {
        var stale = Long.toString(sources.get(source.id()).version());
        change(Map.of("name", source.name(), "client", "first"));

        manager.post(path(""), Map.of("name", source.name(), "client", "second", "version", stale));

        assertThat(manager.get(path("")).body()).contains("Somebody else has just changed it.");
        assertThat(settings().find("client")).contains("first");
    }

    private HttpResponse<String> change(Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("version", Long.toString(sources.get(source.id()).version()));
        return manager.post(path(""), form);
    }

    private String preview(Map<String, String> form) {
        var answer = manager.post("/sources/preview", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String state(HttpResponse<String> sent) {
        return sent.headers().firstValue("Location").orElseThrow().split("&state=", -1)[1];
    }

    private Settings settings() {
        return sources.openSettings(sources.get(source.id()));
    }

    private String path(String more) {
        return "/sources/" + source.id() + more;
    }
}
