package firsthour.web.facts;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class FactsPageTest {
    private static final String PAGE = "/brands/1/facts";

    private final Stage stage;
    private final TestPeople people;
    private final ControlledTime time;
    private TestBrowser mira;

    FactsPageTest(Stage stage, TestPeople people, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.time = time;
        this.mira = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        mira = people.signedIn(Role.MANAGER);
    }

    @Test
    void anEmptyPageSaysWhatComesHere() {
        assertThat(mira.get(PAGE).body())
                .contains("Facts and words of Kestrel Coffee", "None yet.", "Add the fact");
        assertThat(people.signedIn(Role.AGENT).get(PAGE).body()).doesNotContain("Add the fact");
        assertThat(mira.get("/brands/1").body()).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void aFactIsAddedChangedAndRemoved() {
        mira.post(PAGE, Map.of("name", "Returns", "text", "Free for 30 days."));
        assertThat(mira.get(PAGE).body()).contains("Returns", "Free for 30 days.");

        var id = stage.one("SELECT id FROM snippet");
        mira.post(PAGE + "/" + id, Map.of("version", "1", "text", "Free for 60 days."));
        assertThat(mira.get(PAGE).body()).contains("Free for 60 days.");

        mira.post(PAGE + "/" + id + "/remove", Map.of());
        assertThat(stage.one("SELECT COUNT(*) FROM snippet")).isEqualTo("0");
    }

    @Test
    void whoSawAnOlderFactIsTold() {
        mira.post(PAGE, Map.of("name", "Returns", "text", "Free for 30 days."));
        var id = stage.one("SELECT id FROM snippet");
        mira.post(PAGE + "/" + id, Map.of("version", "1", "text", "Free for 60 days."));

        mira.post(PAGE + "/" + id, Map.of("version", "1", "text", "Never free."));

        assertThat(mira.get(PAGE).body())
                .contains("Somebody changed or removed this fact meanwhile", "Free for 60 days.");
    }

    @Test
    void aWholeReplyIsRefusedAndComesBack() {
        var refused =
                mira.post(PAGE, Map.of("name", "Reply", "text", "Dear Kim, we look into it."));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This is a reply, not a fact.", "Dear Kim, we look into it.</textarea>");
    }

    @Test
    void aChangeThatIsRefusedComesBackBesideWhatStands() {
        mira.post(PAGE, Map.of("name", "Returns", "text", "Free for 30 days."));
        var id = stage.one("SELECT id FROM snippet");
        var refused =
                mira.post(PAGE + "/" + id, Map.of("version", "1", "text", "Dear Kim, it is free."));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Dear Kim, it is free.</textarea>", ">Free for 30 days.</span>");
    }

    @Test
    void aWordIsAddedAndRemoved() {
        mira.post(PAGE + "/words", Map.of("word", "Kestrelino"));
        assertThat(mira.get(PAGE).body()).contains("Kestrelino");
        var refused = mira.post(PAGE + "/words", Map.of("word", "two words"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter one word", "value=\"two words\"");

        mira.post(
                PAGE + "/words/" + stage.one("SELECT id FROM dictionary_word") + "/remove",
                Map.of());
        assertThat(stage.one("SELECT COUNT(*) FROM dictionary_word")).isEqualTo("0");
    }
}
