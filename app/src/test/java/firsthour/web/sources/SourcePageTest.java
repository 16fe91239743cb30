package firsthour.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
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
    private final Brands brands;
    private final Rows rows;
    private final Source source;
    private TestBrowser manager;

    SourcePageTest(TestPeople people, Sources sources, Brands brands, Rows rows) {
        this.people = people;
        this.sources = sources;
        this.brands = brands;
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
    void nobodyIsLedToANetworkThatDoesNotKnowUs() {
        var brand = brands.add("Tube " + UUID.randomUUID(), "UTC", false);
        var tube =
                sources.add(
                        "youtube",
                        "Tube " + UUID.randomUUID(),
                        brand.id(),
                        new Settings(Map.of("channel", "UC_x5XG1OV2P6uZZ5FSM9Ttw", "key", "k")),
                        false);
        var answer = manager.post("/sources/" + tube.id() + "/consent", Map.of());

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/sources/" + tube.id());
        assertThat(manager.get("/sources/" + tube.id()).body())
                .contains("“Client id, from Google Cloud” is missing.");
    }

    @Test
    void whatWasRefusedLatelyStandsThereWithItsRemedy() {
        assertThat(manager.get(path("")).body()).contains("Nothing was.");
        refused(0, "SOURCE_CHANGED", 2, "The answer has another shape.", "<b>hello</b>");
        refused(1, "SOURCE_CHANGED", 3, "An older word.", "older answer");
        refused(1, "TRANSIENT", 1, "It timed out.", "");
        refused(7, "GONE", 1, "Long ago.", "");

        assertThat(manager.get(path("")).body())
                .contains(
                        "The source changed",
                        ">5</td>",
                        "The answer has another shape.",
                        "&lt;b&gt;hello&lt;/b&gt;",
                        "open its address in a browser and compare",
                        "It timed out.",
                        "It is tried again by itself.")
                .doesNotContain("An older word.", "older answer", "Long ago.", "Nothing was.");
    }

    private void refused(int daysAgo, String kind, int count, String detail, String answer) {
        rows.execute(
                """
                INSERT INTO refusal (source_id, day, kind, refusals, last_at, detail, answer)
                VALUES (%d, UTC_DATE() - INTERVAL %d DAY, '%s', %d,
                  UTC_TIMESTAMP(6) - INTERVAL %d DAY, '%s', '%s')
                """
                        .formatted(source.id(), daysAgo, kind, count, daysAgo, detail, answer));
    }

    @Test
    void thePageSaysHowFarBackTheSourceWasRead() {
        assertThat(manager.get(path("")).body()).doesNotContain("Reaches back to");
        aPostCame();
        rows.execute("UPDATE post SET published_at = '2026-03-04 12:00:00'");

        assertThat(manager.get(path("")).body())
                .contains("Reaches back to", "datetime=\"2026-03-04T12:00:00Z\"");
    }

    @Test
    void thePageSaysHowTheSourceFaresAndWhatItCannotDo() {
        rows.execute(
                """
                INSERT INTO source_state (source_id, last_success_at, last_post_at, asked)
                VALUES (%d, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 'kestrel · קפה')
                """
                        .formatted(source.id()));
        assertThat(manager.get(path("")).body())
                .contains(
                        "Works",
                        "Not learned yet: too few posts came.",
                        "nothing came in seven days",
                        "kestrel · קפה",
                        "Asked about every 10 minutes.",
                        "It names no limit");
    }

    @Test
    void anEndIsSaidWhileItIsAheadAndHidesNoSilence() {
        permissionEnds("UTC_TIMESTAMP(6) + INTERVAL 1 DAY");
        assertThat(manager.get(path("")).body())
                .contains("Access ends at", "It still works, and stops then.", "Went quiet");

        permissionEnds("UTC_TIMESTAMP(6) - INTERVAL 1 DAY");
        assertThat(manager.get(path("")).body())
                .contains("Went quiet")
                .doesNotContain("Access ends at", "still works");
    }

    private void permissionEnds(String at) {
        rows.execute(
                """
                INSERT INTO source_state (source_id, permission_ends_at, alarm, alarm_at)
                VALUES (%d, %s, 'QUIET', UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE permission_ends_at = VALUES(permission_ends_at)
                """
                        .formatted(source.id(), at));
    }

    @Test
    void whereOnlyRepliesNeedThePermissionThePageSaysSo() {
        var brand = brands.add("Tube " + UUID.randomUUID(), "UTC", false);
        var tube =
                sources.add(
                        "youtube",
                        "Tube " + UUID.randomUUID(),
                        brand.id(),
                        new Settings(Map.of("channel", "UC_x5XG1OV2P6uZZ5FSM9Ttw", "key", "k")),
                        false);
        rows.execute(
                """
                INSERT INTO source_state (source_id, permission_ends_at)
                VALUES (%d, UTC_TIMESTAMP(6) + INTERVAL 1 DAY)
                """
                        .formatted(tube.id()));

        assertThat(manager.get("/sources/" + tube.id()).body())
                .contains(
                        "The permission to reply ends at",
                        "Posts are read all the same; only replies stop then.")
                .doesNotContain("stops then");
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
