package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Promises;
import firsthour.response.Promising;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody who resolves a case is told.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ClosingPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final Cases cases;
    private final Replies replies;
    private final Promises promises;
    private final ControlledTime time;
    private long id;

    ClosingPageTest(
            Stage stage,
            TestPeople people,
            Members members,
            Cases cases,
            Replies replies,
            Promises promises,
            ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.cases = cases;
        this.replies = replies;
        this.promises = promises;
        this.time = time;
    }

    @BeforeEach
    void annaHasAnswered() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        id = stage.complaint("kim");
        cases.claim(id, stage.version(id), Stage.ANNA);
        replies.answer(
                id, stage.version(id), Stage.ANNA, new ReplyDraft("It comes.", "", stage.now()));
    }

    @Test
    void aPromiseThatIsStillToBeKeptIsNotForgotten() {
        assertThat(promises.make(id, Stage.ANNA, "A refund", stage.now().plus(Duration.ofDays(2))))
                .isInstanceOf(Promising.Done.class);

        assertThat(resolve()).contains("Resolved. 1 promise is still to be kept.");
    }

    @Test
    void withoutOneNothingMoreIsSaid() {
        assertThat(resolve()).contains("Resolved.").doesNotContain("still to be kept");
    }

    private String resolve() {
        TestBrowser anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        anna.post("/cases/" + id + "/resolve", Map.of("version", Long.toString(stage.version(id))));
        return anna.get("/cases/" + id).body();
    }
}
