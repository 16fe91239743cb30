package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same deed on many cases, asked for by a program.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiBulkTest {
    private final Stage stage;
    private final ControlledTime time;
    private final Programs programs;
    private final Cases cases;
    private Program anna;
    private long one;
    private long other;

    ApiBulkTest(Stage stage, ControlledTime time, Programs programs, Cases cases) {
        this.stage = stage;
        this.time = time;
        this.programs = programs;
        this.cases = cases;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        anna = programs.of(Stage.ANNA);
        one = stage.complaint("ann");
        other = stage.complaint("bert");
    }

    @Test
    void whatCannotBeDoneToOneLeavesTheOthersDone() {
        cases.claim(other, 0, Stage.BEN);
        var claimed = act("claim", "", 0);
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.text("deed")).isEqualTo("CLAIM");
        assertThat(claimed.text("words")).isEqualTo("1 claimed, 1 not: taken by Ben.");
        assertThat(claimed.body().at("/cases/0/version").asLong()).isEqualTo(stage.version(one));
        assertThat(claimed.body().at("/cases/1/version").isNull()).isTrue();
        assertThat(claimed.body().at("/cases/1/words").asText()).isEqualTo("Ben has it.");
        assertThat(stage.events(one)).contains("CaseClaimed");
    }

    @Test
    void withinAMinuteItIsTakenBackAsAWhole() {
        long id = act("claim", "", 0).body().path("id").asLong();
        var undone = anna.post("/bulk/%d/undo".formatted(id), "{}");
        assertThat(undone.body().path("undone").asBoolean()).isTrue();
        assertThat(undone.body().at("/cases/1/putBack").asBoolean()).isTrue();
        assertThat(stage.column("SELECT assignee_id FROM cases")).containsOnly("-");
        assertThat(anna.get("/bulk/" + id).body()).isEqualTo(undone.body());

        long later = act("claim", "", stage.version(one)).body().path("id").asLong();
        time.pass(Duration.ofSeconds(61));
        var refused = anna.post("/bulk/%d/undo".formatted(later), "{}");
        assertThat(refused.text("code")).isEqualTo("NOT_POSSIBLE");
        assertThat(refused.text("detail")).contains("mend it case by case");
        assertThat(stage.column("SELECT assignee_id FROM cases")).containsOnly("11");
    }

    @Test
    void aDeedIsItsMembersOwn() {
        long id = act("claim", "", 0).body().path("id").asLong();
        var ben = programs.of(Stage.BEN);
        assertThat(ben.get("/bulk/" + id).status()).isEqualTo(404);
        assertThat(ben.post("/bulk/%d/undo".formatted(id), "{}").status()).isEqualTo(404);
        assertThat(stage.column("SELECT assignee_id FROM cases")).containsOnly("11");
    }

    @Test
    void casesAreDismissedAndGivenBackWithTheirReasons() {
        act("claim", "", 0);
        assertThat(act("dismiss", ",\"note\":\"The same again.\"", 1).wrong()).isEqualTo("reason");
        act("dismiss", ",\"reason\":\"SPAM\",\"note\":\"The same again.\"", 1);
        assertThat(stage.column("SELECT dismissal_reason FROM cases")).containsOnly("SPAM");
        assertThat(stage.column("SELECT closing_note FROM cases")).containsOnly("The same again.");
        assertThat(act("release", "", 2).text("words")).startsWith("0 released, 2 not");
        assertThat(act("leave", ",\"reason\":\"THANKS\"", 2).text("words")).startsWith("0 left");
    }

    @Test
    void theSameRequestIsDoneOnce() {
        for (var replayed : new String[] {"", "true"}) {
            var answer =
                    anna.send(
                            anna.request("/bulk/claim")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "b1")
                                    .POST(BodyPublishers.ofString(body("", 0))));
            assertThat(answer.text("words")).isEqualTo("2 claimed.");
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo(replayed);
        }
        assertThat(stage.events(one, "CaseClaimed")).isEqualTo(1);
        assertThat(anna.post("/bulk/claim", body("", 0)).text("words"))
                .as("without its key it finds them taken")
                .startsWith("0 claimed");
    }

    @Test
    void whatIsNoCaseIsRefused() {
        assertThat(anna.post("/bulk/claim", "{\"cases\":[null]}").wrong()).isEqualTo("cases");
        assertThat(anna.post("/bulk/claim", "{\"cases\":[{\"id\":1}]}").wrong())
                .isEqualTo("cases.[].version");
        var word = anna.post("/bulk/claim", "{\"cases\":\"all\"}");
        assertThat(word.wrong()).isEqualTo("cases");
        assertThat(word.text("detail")).endsWith("cases: Give a list.");
        var none = anna.post("/bulk/claim", "{\"cases\":[]}");
        assertThat(none.text("code")).isEqualTo("NOT_POSSIBLE");
        assertThat(none.text("detail")).contains("No case was chosen");
    }

    private Program.Answer act(String deed, String more, long version) {
        return anna.post("/bulk/" + deed, body(more, version));
    }

    private String body(String more, long version) {
        return "{\"cases\":[{\"id\":%d,\"version\":%d},{\"id\":%d,\"version\":%d}]%s}"
                .formatted(one, version, other, version, more);
    }
}
