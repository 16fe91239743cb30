package firsthour.web.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.recovery.Desk;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class TrailPageTest {
    private final Desk desk;
    private final Stage stage;
    private final TestPeople people;
    private final ControlledTime time;
    private TestBrowser mira;
    private String page = "";
    private long id;

    TrailPageTest(Desk desk, Stage stage, TestPeople people, ControlledTime time) {
        this.desk = desk;
        this.stage = stage;
        this.people = people;
        this.time = time;
        this.mira = people.signedOut();
    }

    @BeforeEach
    void aCaseThatWasAnswered() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        mira = people.signedIn(Role.MANAGER);
        id = stage.complaint("ann");
        page = "/cases/" + id + "/recovery";
        time.pass(Duration.ofMinutes(1));
        desk.answer(id);
        time.pass(Duration.ofMinutes(1));
    }

    @Test
    void thePageShowsTheTrailAndTheCaseLeadsToIt() {
        assertThat(mira.get("/cases/" + id).body()).contains("href=\"" + page + "\"");
        assertThat(mira.get(page).body())
                .contains("After the answer to case " + id, "No sign yet", "It is the same person");
        desk.kind(desk.post("ann").text("It came, thank you <3").inReplyTo("post of ann"));
        desk.kind(desk.post("ann").text("Five for them").rating(5));
        desk.sweep();
        assertThat(mira.get(page).body())
                .contains(
                        "Said thanks",
                        "It came, thank you &lt;3",
                        "Praised the brand",
                        "5 of 5 stars",
                        "Mastodon, ann")
                .doesNotContain("No sign yet");
        assertThat(mira.get("/cases/" + id).body()).contains("Won back: the customer said thanks.");
    }

    @Test
    void theSamePersonIsNotedAndTakenBackInPlace() {
        desk.kind(desk.post("Ann_B").text("Kestrel is fine").network("hackernews"));
        var noted =
                mira.post(page + "/persons", Map.of("network", "hackernews", "handle", "Ann_B"));
        assertThat(noted.statusCode()).isEqualTo(200);
        assertThat(noted.body()).contains("Noted.", "Not the same person: Ann_B");
        desk.sweep();
        assertThat(mira.get(page).body()).contains("Kestrel is fine", "Hacker News, Ann_B");
        var link = stage.one("SELECT id FROM same_author WHERE network = 'mastodon'");
        assertThat(mira.post(page + "/persons/" + link + "/remove", Map.of()).body())
                .contains("Taken back.");
        desk.sweep();
        assertThat(mira.get(page).body()).contains("No sign yet");
        assertThat(mira.post(page + "/persons/" + link + "/remove", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept() {
        var answer =
                mira.post(page + "/persons", Map.of("network", "hackernews", "handle", "who<"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Nobody of that name", "value=\"who&lt;\"", "aria-invalid=\"true\"");
        assertThat(people.signedIn(Role.VIEWER).get(page).body())
                .contains("No sign yet")
                .doesNotContain("It is the same person");
        assertThat(mira.get("/cases/987654/recovery").statusCode()).isEqualTo(404);
        var stranger =
                people.signedIn(Role.AGENT)
                        .post(page + "/persons", Map.of("network", "hackernews", "handle", "x"));
        assertThat(stranger.statusCode()).isEqualTo(409);
        assertThat(stranger.body()).contains("Anna has this case");
    }
}
