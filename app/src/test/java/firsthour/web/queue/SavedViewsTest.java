package firsthour.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.team.Teams;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Filters of the queue that people keep under a name.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class SavedViewsTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final Teams teams;
    private final ControlledTime time;
    private TestBrowser anna;
    private TestBrowser ben;
    private TestBrowser mira;
    private long care;

    SavedViewsTest(
            Stage stage, TestPeople people, Members members, Teams teams, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.teams = teams;
        this.time = time;
        this.anna = people.signedOut();
        this.ben = people.signedOut();
        this.mira = people.signedOut();
    }

    @BeforeEach
    void aTeamOfAnnaAlone() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        anna = signIn(Stage.ANNA);
        ben = signIn(Stage.BEN);
        mira = signIn(Stage.MIRA);
        teams.add("Care", 13);
        care = Long.parseLong(stage.one("SELECT id FROM team"));
        teams.belong(11, Set.of(care), 13);
    }

    @Test
    void everybodyHasInquiriesAndWhoIsWaitedForBesideTheTabs() {
        var id = stage.complaint("kim");
        stage.execute("UPDATE cases SET waiting_since = NOW(6), silent_days = 3 WHERE id = " + id);
        assertThat(anna.get("/queue").body())
                .contains("href=\"/queue?kind=inquiry\"", "href=\"/queue?tab=waiting\"")
                .containsPattern("Silent</bdi> <span class=\"count\">1</span>")
                .containsPattern("Inquiries</bdi> <span class=\"count\">0</span>");
        assertThat(anna.get("/queue?tab=silent").body()).contains("case-row-" + id);
        stage.execute("UPDATE cases SET silent_days = 0 WHERE id = " + id);
        assertThat(anna.get("/queue?tab=silent").body()).doesNotContain("case-row-" + id);
        assertThat(anna.get("/queue?tab=waiting").body()).contains("case-row-" + id);
        stage.execute("UPDATE cases SET waiting_since = NULL WHERE id = " + id);
        assertThat(anna.get("/queue?tab=waiting").body()).doesNotContain("case-row-" + id);
    }

    @Test
    void theListThatIsShownIsKeptUnderAName() {
        stage.complaint("kim");
        assertThat(anna.get("/queue?tab=soon&brand=1").body()).contains("Keep this list as a view");
        assertThat(anna.get("/queue?tab=soon").body())
                .as("a tab has a name already")
                .doesNotContain("Keep this list as a view");
        var kept = save(anna, "Kestrel, soon", "brand=1&tab=soon", "");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(location(kept)).isEqualTo("/queue?brand=1&tab=soon");
        assertThat(anna.get("/queue").body())
                .contains("href=\"/queue?brand=1&amp;tab=soon\"")
                .containsPattern("Kestrel, soon</bdi> <span class=\"count\">0</span>");
        assertThat(anna.get("/queue?brand=1&tab=soon").body()).contains("Change “");
        assertThat(ben.get("/queue").body()).doesNotContain("Kestrel, soon");
        assertThat(stage.column("SELECT type FROM event_log ORDER BY id")).contains("ViewSaved");
    }

    @Test
    void anAddressWithAViewLeadsToItsFilters() {
        save(anna, "Late tea", "brand=2&q=late+tea", "");
        assertThat(location(anna.get("/queue?view=" + id())))
                .isEqualTo("/queue?brand=2&q=late+tea");
        assertThat(location(ben.get("/queue?view=" + id()))).isEqualTo("/queue");
        assertThat(ben.get("/queue").body()).contains("That view is gone, or is shared");
        assertThat(location(anna.get("/queue?view=nonsense"))).isEqualTo("/queue");
    }

    @Test
    void aManagerSharesAViewWithATeam() {
        save(mira, "Waiting", "tab=waiting", Long.toString(care));
        assertThat(anna.get("/queue").body()).contains("shared with Care by Mira");
        assertThat(ben.get("/queue").body()).doesNotContain("shared with Care");
        assertThat(event("ViewSaved")).contains("\"teamId\":" + care);
        assertThat(save(anna, "Mine", "tab=mine", Long.toString(care)).body())
                .contains("Only managers share a view");
    }

    @Test
    void aManagerSeesToWhatSomebodySharedWhoIsGone() {
        save(mira, "Waiting", "tab=waiting", Long.toString(care));
        stage.execute("UPDATE queue_view SET member_id = 12");
        assertThat(mira.get("/queue").body()).doesNotContain("shared with Care");
        stage.execute("UPDATE member SET active = FALSE WHERE id = 12");
        assertThat(mira.get("/queue").body()).contains("shared with Care by Ben");
        assertThat(location(mira.get("/queue?view=" + id()))).isEqualTo("/queue?tab=waiting");
        stage.execute("UPDATE queue_view SET team_id = NULL");
        assertThat(mira.get("/queue").body()).doesNotContain("shared with Care");
    }

    @Test
    void whatCannotBeReadOfFiltersIsLeftOut() {
        var kept = save(anna, "Late", "tab=soon&q=%zz", "");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(location(kept)).isEqualTo("/queue?tab=soon");
    }

    @Test
    void aViewThatStaysSharedSaysSoWhateverElseIsChanged() {
        save(mira, "Waiting", "tab=waiting", Long.toString(care));
        change(mira, 0, "We wait", Long.toString(care));
        assertThat(event("ViewChanged")).contains("\"teamId\":" + care);
        stage.execute("UPDATE member SET role = 'AGENT' WHERE id = 13");
        mira = signIn(Stage.MIRA);
        change(mira, 1, "We still wait", "");
        assertThat(stage.one("SELECT team_id FROM queue_view"))
                .as("who does not manage shares and hides nothing")
                .isEqualTo(Long.toString(care));
        assertThat(event("ViewChanged")).contains("\"teamId\":" + care);
        stage.execute("UPDATE member SET role = 'MANAGER' WHERE id = 13");
        mira = signIn(Stage.MIRA);
        change(mira, 2, "I wait", "");
        assertThat(event("ViewChanged")).contains("\"teamId\":0");
        assertThat(anna.get("/queue").body()).doesNotContain("I wait");
    }

    @Test
    void whoReadsAStalePageIsRefused() {
        save(anna, "Soon", "tab=soon", "");
        change(anna, 0, "Soon due", "");
        var stale = change(anna, 0, "Something else", "");
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body())
                .contains("Somebody else changed this view meanwhile", "value=\"Something else\"");
        assertThat(remove(anna, 0).statusCode()).isEqualTo(422);
        assertThat(stage.column("SELECT name FROM queue_view")).containsExactly("Soon due");
        assertThat(remove(anna, 1).statusCode()).isEqualTo(303);
        assertThat(stage.column("SELECT name FROM queue_view")).isEmpty();
        assertThat(change(anna, 1, "Soon", "").body()).contains("That view is gone");
    }

    @Test
    void whatOneKeepsForOneselfIsNobodyElsesToChange() {
        save(anna, "Soon", "tab=soon", "");
        assertThat(change(ben, 0, "Ben's", "").body()).contains("Anna keeps this view.");
        assertThat(change(mira, 0, "Mira's", "").body()).contains("Anna keeps this view.");
        assertThat(remove(mira, 0).body()).contains("Anna keeps this view.");
        assertThat(stage.column("SELECT name FROM queue_view")).containsExactly("Soon");
    }

    @Test
    void aNameIsAskedForOnceAndKeptAsTyped() {
        save(anna, "Soon", "tab=soon", "");
        var twice = save(anna, "Soon", "tab=mine", "");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("There is a view called Soon already.", "value=\"Soon\"");
        assertThat(save(anna, "  ", "tab=mine", "").body()).contains("Give the view a name");
        assertThat(save(ben, "Soon", "tab=soon", "").statusCode()).isEqualTo(303);
    }

    @Test
    void namesMayHoldEmojiByWhichTheyAreToldApart() {
        save(anna, "Soon 🦉", "tab=soon", "");
        assertThat(save(anna, "Soon 🦊", "tab=soon&brand=1", "").statusCode()).isEqualTo(303);
        assertThat(save(anna, "soon 🦉", "tab=mine", "").statusCode()).isEqualTo(422);
        assertThat(anna.get("/queue").body()).contains("Soon 🦉</bdi>", "Soon 🦊</bdi>");
    }

    @Test
    void aTeamThatIsRemovedLeavesTheViewWithItsOwner() {
        save(mira, "Waiting", "tab=waiting", Long.toString(care));
        teams.remove(care, 13);
        assertThat(mira.get("/queue").body()).contains("Waiting").doesNotContain("shared with");
        assertThat(stage.column("SELECT COALESCE(team_id, 0) FROM queue_view"))
                .isEqualTo(List.of("0"));
    }

    private TestBrowser signIn(Actor who) {
        return people.signedIn(members.get(who.memberId()));
    }

    private HttpResponse<String> save(
            TestBrowser browser, String name, String filters, String team) {
        return browser.post("/queue/views", Map.of("name", name, "filters", filters, "team", team));
    }

    private HttpResponse<String> change(
            TestBrowser browser, long version, String name, String team) {
        return browser.post("/queue/views/" + id(), form(version, name, team));
    }

    private HttpResponse<String> remove(TestBrowser browser, long version) {
        return browser.post("/queue/views/" + id() + "/remove", form(version, "", ""));
    }

    private Map<String, String> form(long version, String name, String team) {
        var form = new HashMap<String, String>();
        form.put("version", Long.toString(version));
        form.put("name", name);
        form.put("team", team);
        // The list of the only view, so that the answer shows its form.
        form.put(
                "filters",
                stage.column("SELECT filters FROM queue_view").stream().findFirst().orElse(""));
        return form;
    }

    private String id() {
        return stage.column("SELECT id FROM queue_view").stream().findFirst().orElse("987654321");
    }

    private String event(String type) {
        return stage.one(
                "SELECT data FROM event_log WHERE type = '%s' ORDER BY id DESC LIMIT 1"
                        .formatted(type));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
