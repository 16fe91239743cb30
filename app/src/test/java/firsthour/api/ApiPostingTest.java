package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Presence;
import firsthour.team.Role;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Replies that a program has posted, on a network that takes them.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ApiPostingTest {
    private final Stage stage;
    private final Programs programs;
    private final Cases cases;
    private final Presence presence;
    private Program anna;
    private long id;

    ApiPostingTest(Stage stage, Programs programs, Cases cases, Presence presence) {
        this.stage = stage;
        this.programs = programs;
        this.cases = cases;
        this.presence = presence;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        anna = programs.of(Stage.ANNA);
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);
    }

    @Test
    void aReplyIsPostedOnceHoweverOftenItIsAskedFor() {
        assertThat(anna.get("/cases/" + id).text("postsTo")).isEqualTo("Letters");
        var body = "{\"version\":%d,\"text\":\"Sorry, it comes.\"}".formatted(stage.version(id));
        var first = post("k1", body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("posting")).isEqualTo("POSTED");
        assertThat(first.body().path("answeredAt").isNull()).isFalse();
        var again = post("k1", body);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        // Without its key the version tells.
        assertThat(anna.post("/cases/" + id + "/post-answer", body).text("code"))
                .isEqualTo("STALE");
        assertThat(stage.column("SELECT state FROM outgoing_reply")).containsExactly("SENT");
        assertThat(stage.events(id, "ReplyRecorded")).isEqualTo(1);
    }

    @Test
    void whatBrokeOffIsNotRepeatedUntilSomebodyHasLooked() {
        var body = "{\"version\":%d,\"text\":\"Sorry, it comes.\"}".formatted(stage.version(id));
        assertThat(post("k2", body).status()).isEqualTo(200);
        // As a crash leaves it between the posting and the note about it.
        stage.execute("UPDATE api_answer SET answer = NULL");
        var refused = post("k2", body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("REPEATED");
        assertThat(refused.text("detail")).contains("Look at the case");
        assertThat(stage.column("SELECT state FROM outgoing_reply")).containsExactly("SENT");
    }

    @Test
    void whileSomebodyWritesToTheCustomerNothingIsPosted() {
        presence.draft(id, Stage.MIRA.memberId());
        var body = "{\"version\":%d,\"text\":\"Sorry, it comes.\"}".formatted(stage.version(id));
        var refused = post("k4", body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("TAKEN");
        assertThat(refused.text("detail")).contains("Mira is writing to this customer already");
        assertThat(stage.column("SELECT state FROM outgoing_reply")).isEmpty();

        presence.stopDrafting(id, Stage.MIRA.memberId());
        assertThat(post("k4", body).text("posting")).isEqualTo("POSTED");
    }

    @Test
    void aTextThatIsRefusedLeavesItsKeyFree() {
        var empty = "{\"version\":%d,\"text\":\" \"}".formatted(stage.version(id));
        assertThat(post("k3", empty).wrong()).isEqualTo("text");
        var mended = "{\"version\":%d,\"text\":\"Sorry.\"}".formatted(stage.version(id));
        assertThat(post("k3", mended).text("posting")).isEqualTo("POSTED");
    }

    private Program.Answer post(String key, String body) {
        return anna.send(
                anna.request("/cases/" + id + "/post-answer")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }
}
