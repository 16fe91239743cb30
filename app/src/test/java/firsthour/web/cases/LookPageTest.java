package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Second looks on the page of a case and in their list.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class LookPageTest {
    private static final String SORRY = "A new one leaves today.";
    private static final String BETTER = "Ann, a new one leaves today.";

    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;
    private TestBrowser ben;
    private long id;

    LookPageTest(Stage stage, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
        this.ben = people.signedOut();
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        anna = signedIn(Stage.ANNA);
        ben = signedIn(Stage.BEN);
        id = stage.complaint("ann");
        deed(anna, "claim", Map.of());
    }

    @Test
    void whoeverWritesAsksAndAColleagueApproves() {
        assertThat(anna.get("/cases/" + id + "?panel=answer").body())
                .contains("Ask for a second look", "Anybody who may answer", "Ben");
        assertThat(ask("").statusCode()).isEqualTo(303);
        assertThat(anna.get("/cases/" + id).body())
                .contains("You asked anybody for a second look at the answer.", "Ask no more")
                .contains("until then nothing is posted from here")
                .doesNotContain("Approve and post");
        assertThat(ben.get("/cases/" + id).body())
                .contains("Anna asked anybody", SORRY, "Approve and post on Letters", "Send back")
                .contains("left", "for a second look");

        assertThat(look(ben, "approve", Map.of("text", BETTER)).statusCode()).isEqualTo(303);

        assertThat(anna.get("/cases/" + id).body())
                .contains("Ben changed the words and approved them.", SORRY, BETTER);
        assertThat(stage.one("SELECT CONCAT(text, ' ', member_id) FROM reply"))
                .isEqualTo(BETTER + " 11");
    }

    @Test
    void whatIsSentBackComesWithTheNoteAndTheChangedWordsInTheComposer() {
        ask("12");
        var without = look(ben, "send-back", Map.of("text", BETTER));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("look-note-error", BETTER, "As they were written");

        assertThat(look(ben, "send-back", Map.of("text", BETTER, "note", "By name.")).statusCode())
                .isEqualTo(303);
        assertThat(anna.get("/cases/" + id + "?panel=answer").body())
                .containsPattern(
                        "(?s)class=\"timeline\".*Ben sent the words back, with changes.*By name")
                .contains("Ben sent the words back.", "By name.")
                .contains(">" + BETTER + "</textarea>", "Ask for a second look");
    }

    @Test
    void whatMustBeMendedIsShownToTheColleagueWhoSaysWhyItStands() {
        var loud = "We are VERY sorry.";
        deed(anna, "look-answer", Map.of("text", loud, "draft", "0"));
        var refused = look(ben, "approve", Map.of("text", loud));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing was posted: 1 finding", "name=\"waive.");
        var name = refused.body().replaceAll("(?s).*name=\"(waive\\.CAPITALS[^\"]*)\".*", "$1");
        assertThat(
                        look(ben, "approve", Map.of("text", loud, name, "She wrote so herself."))
                                .statusCode())
                .isEqualTo(303);
        assertThat(stage.one("SELECT reason FROM waiver")).isEqualTo("She wrote so herself.");
    }

    @Test
    void theFindingsFollowWhatTheColleagueTypes() {
        ask("");
        assertThat(look(ben, "../../compose-look", Map.of("text", "We are VERY sorry.")).body())
                .contains("1 thing to mend", "Approve and post", "We are VERY sorry.");
        assertThat(stage.one("SELECT words FROM second_look")).isEqualTo(SORRY);
    }

    @Test
    void theListShowsWhatIsAskedOfAReaderAndCountsIt() {
        ask("12");
        assertThat(ben.get("/looks").body()).contains("For you", "Case " + id, SORRY);
        assertThat(ben.get("/looks/count").body()).contains("<span class=\"count\">1</span>");
        assertThat(anna.get("/looks").body()).contains("For others").doesNotContain("For you");
        assertThat(anna.get("/looks/count").body()).doesNotContain("class=\"count\"");
        var mira = signedIn(Stage.MIRA);
        assertThat(mira.get("/looks").body()).doesNotContain("For you");
        assertThat(mira.get("/looks/count").body()).doesNotContain("class=\"count\"");
        stage.execute("UPDATE second_look SET asked_of = NULL");
        assertThat(mira.get("/looks/count").body()).contains("<span class=\"count\">1</span>");
        assertThat(anna.get("/looks/count").body()).doesNotContain("class=\"count\"");
        assertThat(signedIn(Stage.VERA).get("/looks/count").body())
                .doesNotContain("class=\"count\"");
        assertThat(ben.get("/my-day").body())
                .contains("Second looks <span class=\"count\">1</span>");
        assertThat(anna.get("/my-day").body()).doesNotContain("day-looks");
        assertThat(anna.get("/queue").body()).contains("hx-get=\"/looks/count\"");
    }

    @Test
    void anOpenPageHearsOfIt() {
        var seen = stage.version(id);
        assertThat(ben.get("/cases/" + id + "/changes?version=" + seen).statusCode())
                .isEqualTo(204);
        ask("12");
        assertThat(ben.get("/cases/" + id + "/changes?version=" + seen).body())
                .contains("Anna asked Ben for a second look at the answer.");
    }

    @Test
    void nobodyApprovesTheirOwnWordsByTheAddressEither() {
        ask("");
        assertThat(look(anna, "approve", Map.of("text", SORRY)).statusCode()).isEqualTo(422);
        assertThat(ask("").statusCode()).isEqualTo(422);
        assertThat(look(anna, "withdraw", Map.of()).statusCode()).isEqualTo(303);
        assertThat(stage.one("SELECT COUNT(*) FROM reply")).isEqualTo("0");
        assertThat(deed(ben, "looks/987654321/approve", Map.of("text", SORRY)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutAnybodyWhoLooksItSaysThatItLapsed() {
        ask("");
        stage.execute("UPDATE second_look SET state = 'LAPSED', settled_at = asked_at");
        assertThat(anna.get("/cases/" + id).body()).contains("Nobody gave the second look in time");
    }

    private TestBrowser signedIn(Actor actor) {
        return people.signedIn(members.get(actor.memberId()));
    }

    private HttpResponse<String> ask(String colleague) {
        return deed(
                anna, "look-answer", Map.of("text", SORRY, "draft", "0", "colleague", colleague));
    }

    private HttpResponse<String> look(TestBrowser who, String what, Map<String, String> fields) {
        var look = stage.one("SELECT MAX(id) FROM second_look");
        var form = new HashMap<>(fields);
        form.put("look", look);
        return deed(
                who,
                what.startsWith("..")
                        ? what.substring("../../".length())
                        : "looks/%s/%s".formatted(look, what),
                form);
    }

    private HttpResponse<String> deed(TestBrowser who, String deed, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Long.toString(stage.version(id)));
        return who.post("/cases/" + id + "/" + deed, form);
    }
}
