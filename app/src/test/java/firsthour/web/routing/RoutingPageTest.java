package firsthour.web.routing;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class RoutingPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser mira;

    RoutingPageTest(Stage stage, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.mira = people.signedOut();
    }

    @BeforeEach
    void aTeam() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
        stage.execute("INSERT INTO team_member VALUES (7, 11)");
        mira = people.signedIn(members.get(Stage.MIRA.memberId()));
    }

    @Test
    void aRuleIsWrittenTriedAndGoesLive() {
        var id = stage.complaint("ann");
        var written = mira.post("/team/routing", rule(Map.of("kind", "COMPLAINT")));
        assertThat(written.statusCode()).isEqualTo(303);
        var path = written.headers().firstValue("Location").orElseThrow();
        assertThat(mira.get(path).body())
                .contains("This rule is a draft", "complaint – to Delivery: each in turn")
                .doesNotContain("Let it go live", "Would have gone to");

        mira.post(path + "/live", Map.of("version", "0"));
        assertThat(mira.get(path).body()).contains("This rule is a draft");

        mira.post(path + "/try", Map.of("version", "0"));
        assertThat(mira.get(path).body())
                .contains(
                        "Cases opened in the last 30 days: 1. This rule would have decided about 1",
                        "Let it go live")
                .contains("/cases/" + id, "Anna", "1 of 20");

        mira.post(path + "/live", Map.of("version", "0"));
        assertThat(mira.get(path).body()).contains("This rule is live", "Switch it off");
        stage.complaint("cara");
        assertThat(mira.get("/queue").body()).contains("Anna");
    }

    @Test
    void whatCannotBeReadIsMarkedAndKept() {
        var answer = mira.post("/team/routing", rule(Map.of("severity", "lots")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"severity-error\"", "value=\"lots\"", "value=\"Late parcels\"");
        var nowhere = rule(Map.of());
        nowhere.remove("team");
        assertThat(mira.post("/team/routing", nowhere).body()).contains("Choose a team");
        assertThat(stage.one("SELECT COUNT(*) FROM routing_rule")).isEqualTo("0");
    }

    @Test
    void namesAreShownAsTheyAreWritten() {
        var path =
                mira.post("/team/routing", rule(Map.of("name", "<b>Bold</b>")))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        assertThat(mira.get(path).body()).doesNotContain("<b>Bold</b>");
        assertThat(mira.get("/team/routing").body())
                .contains("&lt;b&gt;Bold&lt;/b&gt;")
                .doesNotContain("<b>Bold</b>");
    }

    @Test
    void aStaleTabIsToldSo() {
        var path =
                mira.post("/team/routing", rule(Map.of()))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        mira.post(path, rule(Map.of("name", "Newer")));
        var stale = mira.post(path, rule(Map.of("name", "Older")));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Somebody else changed this rule meanwhile");
        assertThat(stage.one("SELECT name FROM routing_rule")).isEqualTo("Newer");
    }

    @Test
    void vipsAreNamedAndListed() {
        mira.post("/team/vips", Map.of("brand", "1", "network", "mastodon", "handle", "@Ann"));
        assertThat(mira.get("/team/routing").body()).contains("ann on Mastodon, of Kestrel Coffee");
    }

    private static Map<String, String> rule(Map<String, String> fields) {
        var all =
                new HashMap<>(
                        Map.of(
                                "version", "0",
                                "name", "Late parcels",
                                "team", "7",
                                "manner", "TURN"));
        all.putAll(fields);
        return all;
    }
}
