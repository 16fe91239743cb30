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

/// Replies that are posted from the page of a case.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class PostingPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final Presence presence;
    private final ControlledTime time;
    private TestBrowser anna;
    private long id;

    PostingPageTest(
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
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        id = stage.complaint("ann");
        deed("claim", Map.of());
    }

    @Test
    void theNetworkAndItsLengthStandBesideTheWords() {
        assertThat(anna.get("/cases/" + id + "?panel=answer").body())
                .contains("Post the answer on Letters", "At most 40 characters", "Posted by hand")
                .doesNotContain("Firsthour does not post");
    }

    @Test
    void anAnswerIsPostedAndRecorded() {
        assertThat(deed("post-answer", Map.of("text", "A new one leaves today.")).statusCode())
                .isEqualTo(303);
        assertThat(anna.get("/cases/" + id).body())
                .contains("Posted, and recorded here.", "A new one leaves today.");
        assertThat(stage.one("SELECT state FROM outgoing_reply")).isEqualTo("SENT");
    }

    @Test
    void nothingIsPostedWhileAColleagueWrites() {
        presence.draft(id, Stage.MIRA.memberId());
        var answer = deed("post-answer", Map.of("text", "A new one leaves today."));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Mira is writing to this customer already", "A new one leaves today.");
        assertThat(stage.one("SELECT COUNT(*) FROM outgoing_reply")).isEqualTo("0");
        presence.stopDrafting(id, Stage.MIRA.memberId());
        assertThat(deed("post-answer", Map.of("text", "A new one leaves today.")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void wordsThatAreTooLongComeBack() {
        var words = "We are very sorry. ".repeat(4);

        var answer = deed("post-answer", Map.of("text", words));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("too long for Letters", words.strip());
        assertThat(stage.one("SELECT COUNT(*) FROM outgoing_reply")).isEqualTo("0");
    }

    @Test
    void whereTheNetworkCannotBeWrittenToItIsPostedByHand() {
        stage.execute("UPDATE source SET network = 'hackernews' WHERE id = 1");

        assertThat(anna.get("/cases/" + id + "?panel=answer").body())
                .contains("Firsthour does not post", "Record the answer")
                .doesNotContain("Post the answer on");
    }

    private HttpResponse<String> deed(String deed, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Long.toString(stage.version(id)));
        return anna.post("/cases/" + id + "/" + deed, form);
    }
}
