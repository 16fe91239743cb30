package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Role;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How programs merge cases and split them back, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiMergingTest {
    private final Stage stage;
    private final Programs programs;
    private final Cases cases;
    private long older;
    private long newer;

    ApiMergingTest(Stage stage, Programs programs, Cases cases) {
        this.stage = stage;
        this.programs = programs;
        this.cases = cases;
    }

    @BeforeEach
    void annaHasTwoCases() {
        stage.reset();
        programs.of(Role.ADMIN);
        older = stage.complaint("kim");
        newer = stage.complaint("lee");
        cases.claim(older, 0, Stage.ANNA);
        cases.claim(newer, 0, Stage.ANNA);
    }

    @Test
    void aProgramMergesAndSplitsBack() {
        var anna = programs.of(Stage.ANNA);
        var merged = anna.post("/cases/%d/merge".formatted(newer), body(newer, "other", older));
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.body().path("caseId").asLong()).isEqualTo(older);

        var gone = anna.get("/cases/" + newer).body();
        assertThat(gone.path("row").path("state").asText()).isEqualTo("MERGED");
        assertThat(gone.path("mergedInto").asLong()).isEqualTo(older);
        assertThat(gone.path("mentions")).isEmpty();
        var again = anna.post("/cases/%d/claim".formatted(newer), body(newer, "", 0));
        assertThat(again.text("code")).isEqualTo("NOT_POSSIBLE");
        assertThat(again.text("detail")).contains("was merged into case " + older);

        var back = anna.post("/cases/%d/split-back".formatted(older), body(older, "merged", newer));
        assertThat(back.status()).isEqualTo(200);
        assertThat(anna.get("/cases/" + newer).body().path("mergedInto").isNull()).isTrue();
    }

    @Test
    void whoMayNotWorkOnBothMergesNothing() {
        var ben = programs.of(Stage.BEN);
        var refused = ben.post("/cases/%d/merge".formatted(newer), body(newer, "other", older));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("TAKEN");
        var split = ben.post("/cases/%d/split-back".formatted(older), body(older, "merged", newer));
        assertThat(split.text("code")).isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void aProgramTakesPostsOut() {
        var anna = programs.of(Stage.ANNA);
        var more = stage.post("more").author("kim").mention();
        stage.score(more, "NEGATIVE", .9, .05, null);
        stage.triage();
        var split =
                anna.post(
                        "/cases/%d/split".formatted(older),
                        "{\"version\":%d,\"mentions\":[%d]}".formatted(stage.version(older), more));
        assertThat(split.status()).isEqualTo(200);
        assertThat(split.body().path("caseId").asLong()).isEqualTo(stage.caseOf(more));
        assertThat(stage.caseOf(more)).isNotEqualTo(older);
    }

    private String body(long id, String name, long value) {
        return name.isEmpty()
                ? "{\"version\":%d}".formatted(stage.version(id))
                : "{\"version\":%d,\"%s\":%d}".formatted(stage.version(id), name, value);
    }
}
