package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Presence;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
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

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class OwnershipPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final Presence presence;
    private final ControlledTime time;
    private TestBrowser anna;
    private TestBrowser ben;
    private TestBrowser mira;
    private long id;

    OwnershipPageTest(
            Stage stage,
            TestPeople people,
            Members members,
            Presence presence,
            ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.presence = presence;
        this.time = time;
        this.anna = people.signedOut();
        this.ben = people.signedOut();
        this.mira = people.signedOut();
    }

    @BeforeEach
    void annaHasACase() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        ben = people.signedIn(members.get(Stage.BEN.memberId()));
        mira = people.signedIn(members.get(Stage.MIRA.memberId()));
        id = stage.complaint("kim");
        deed(anna, "claim", Map.of());
    }

    @Test
    void aCaseIsOfferedWithANoteAndTakenOver() {
        var offered =
                deed(anna, "handover", Map.of("colleague", "12", "note", "Kim speaks German."));
        assertThat(offered.statusCode()).isEqualTo(303);
        assertThat(page(anna))
                .contains("You offered it to Ben, who has not answered yet.", "Take the offer back")
                .contains("You have this case.");
        assertThat(ben.get("/queue").body()).contains(">For you <", "handed to you");
        assertThat(page(ben))
                .contains("Anna would like you to take this case over.", "Kim speaks German.")
                .contains("Take it over", "Decline");

        assertThat(deed(ben, "accept", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page(ben))
                .contains("You have this case.", "2 pairs of hands: Anna, then Ben.")
                .contains("Ben took the case over from Anna.");
        assertThat(ben.get("/queue").body()).doesNotContain(">For you <");
    }

    @Test
    void whoeverGaveACaseBackAndTookItAgainIsNamedOnce() {
        deed(anna, "release", Map.of());
        deed(anna, "claim", Map.of());
        assertThat(page(anna)).contains("You have this case.", "One pair of hands: Anna.");
    }

    @Test
    void aNoteWithoutAColleagueComesBack() {
        var answer = deed(anna, "handover", Map.of("colleague", "", "note", "Kim speaks German."));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("choose a colleague who may work cases")
                .contains("Kim speaks German.</textarea>");
        var empty = deed(anna, "handover", Map.of("colleague", "12", "note", " "));
        assertThat(empty.body()).contains("write what your colleague has to know first");
        assertThat(stage.events(id)).doesNotContain("HandoverOffered");
    }

    @Test
    void whatIsDeclinedStays() {
        deed(anna, "handover", Map.of("colleague", "12", "note", "Kim speaks German."));
        deed(ben, "decline", Map.of());
        assertThat(page(anna)).contains("Ben declined to take the case over.", "Hand over");
        assertThat(page(ben)).contains("Anna has this case.").doesNotContain("Take it over");
    }

    @Test
    void aQuestionIsAnsweredOnTheCaseWhichStaysWhereItIs() {
        deed(anna, "help", Map.of("colleague", "12", "note", "Is the shop open?"));
        assertThat(page(anna)).contains("Help is asked of Ben.", "You have this case.");
        assertThat(page(ben)).contains("Ben", "Anna asks you:", "Is the shop open?");
        var question = stage.one("SELECT id FROM help");
        var answered =
                ben.post("/cases/" + id + "/help/" + question, Map.of("note", "Until six, Anna."));
        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(page(anna))
                .contains("Until six, Anna.", "Ben helped.")
                .doesNotContain("Help is asked of");
        assertThat(stage.one("SELECT assignee_id FROM cases")).isEqualTo("11");
    }

    @Test
    void anAnswerThatComesTooLateIsNotLost() {
        deed(anna, "help", Map.of("colleague", "12", "note", "Is the shop open?"));
        var path = "/cases/" + id + "/help/" + stage.one("SELECT id FROM help");
        ben.post(path, Map.of("note", "Until six, Anna."));
        var again = ben.post(path, Map.of("note", "Until seven, I think."));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("answered already", "What you typed, kept")
                .contains("Until seven, I think.</textarea>");
    }

    @Test
    void whoElseIsThereStandsOnThePage() {
        presence.sit(id, Stage.BEN.memberId());
        assertThat(page(anna)).contains("Ben looks at this case as well.");
        assertThat(page(ben)).doesNotContain("looks at this case as well");
        assertThat(anna.post("/cases/" + id + "/drafting", Map.of()).statusCode()).isEqualTo(204);
        var late = mira.post("/cases/" + id + "/drafting", Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Anna is writing to this customer already.");
        assertThat(page(mira)).contains("Anna is writing to the customer.");
        anna.post("/cases/" + id + "/drafting/end", Map.of());
        assertThat(mira.post("/cases/" + id + "/drafting", Map.of()).statusCode()).isEqualTo(204);
    }

    @Test
    void onlyManagersSeeWhatIsUnattended() {
        stage.complaint("cara");
        stage.execute("UPDATE cases SET unattended_at = opened_at WHERE assignee_id IS NULL");
        assertThat(mira.get("/queue").body()).contains("tab=unattended");
        assertThat(anna.get("/queue").body()).doesNotContain("tab=unattended");
        assertThat(mira.get("/queue?tab=unattended").body()).contains("cara").doesNotContain("kim");
    }

    private String page(TestBrowser who) {
        return who.get("/cases/" + id).body();
    }

    private HttpResponse<String> deed(TestBrowser who, String deed, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Long.toString(stage.version(id)));
        return who.post("/cases/" + id + "/" + deed, form);
    }
}
