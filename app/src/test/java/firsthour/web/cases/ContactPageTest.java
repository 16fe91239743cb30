package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ContactPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;
    private long id;

    ContactPageTest(Stage stage, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        id = stage.complaint("ann");
        post("claim", Map.of());
    }

    @Test
    void aCallIsRecordedAndToldToCountOnceAPublicWordWasSaid() {
        post("contact", Map.of("reason", "PHONE", "note", "Wants a new lid.", "postedAt", now()));

        assertThat(anna.get("/cases/" + id).body())
                .contains("In public nobody has seen a word yet")
                .contains("Anna spoke with the customer by phone", "Wants a new lid.");
    }

    @Test
    void withoutAWayNothingIsRecordedAndTheNoteComesBack() {
        var refused = post("contact", Map.of("note", "Wants a new lid.", "postedAt", now()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Choose how you spoke.", "Wants a new lid.</textarea>")
                .containsOnlyOnce("Wants a new lid.");
        assertThat(stage.one("SELECT COUNT(*) FROM private_contact")).isEqualTo("0");
    }

    private String now() {
        return time.now()
                .atZone(ZoneOffset.UTC)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private HttpResponse<String> post(String deed, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", Long.toString(stage.version(id)));
        return anna.post("/cases/" + id + "/" + deed, form);
    }
}
