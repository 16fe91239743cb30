package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Role;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How programs group cases under causes, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiCausesTest {
    private final Stage stage;
    private final Programs programs;
    private long id;

    ApiCausesTest(Stage stage, Programs programs) {
        this.stage = stage;
        this.programs = programs;
    }

    @BeforeEach
    void aCase() {
        stage.reset();
        programs.of(Role.ADMIN);
        id = stage.complaint("kim");
    }

    @Test
    void theCausesOfABrandAreFoundHoweverManyAnotherHas() {
        var cause =
                "INSERT INTO cause (brand_id, title, opened_at) SELECT %d, seq, '2026-11-16' FROM %s";
        stage.execute(cause.formatted(2, "seq_1_to_1"));
        stage.execute(cause.formatted(1, "seq_1_to_200"));
        var anna = programs.of(Stage.ANNA);
        assertThat(anna.get("/causes?brand=2").body().path("items")).hasSize(1);
        assertThat(anna.get("/causes?limit=200").body().path("items")).hasSize(200);
    }

    @Test
    void aProgramGroupsNamesClosesAndTakesOut() {
        var anna = programs.of(Stage.ANNA);
        var untitled = anna.post("/cases/%d/cause".formatted(id), "{}");
        assertThat(untitled.status()).isEqualTo(400);
        assertThat(untitled.body().at("/errors/0/field").asText()).isEqualTo("title");

        var grouped = anna.post("/cases/%d/cause".formatted(id), "{\"title\":\"A strike\"}");
        assertThat(grouped.status()).isEqualTo(200);
        assertThat(grouped.body().path("voices").asLong()).isEqualTo(1);
        assertThat(grouped.body().path("since")).isEqualTo(grouped.body().path("openedAt"));
        var cause = "/causes/" + grouped.body().path("id").asLong();
        assertThat(anna.get("/causes?brand=1").body().path("items")).hasSize(1);
        assertThat(anna.get("/causes?brand=2").body().path("items")).isEmpty();
        assertThat(
                        anna.get("/cases?text=cause:" + grouped.body().path("id").asLong())
                                .body()
                                .path("items"))
                .hasSize(1);
        stage.complaint("lee");
        assertThat(anna.get("/cases?text=cause:987654").body().path("items")).isEmpty();

        var written =
                anna.post(
                        cause,
                        "{\"version\":0,\"title\":\"A strike\",\"facts\":\"Until Friday.\"}");
        assertThat(written.body().path("facts").asText()).isEqualTo("Until Friday.");
        assertThat(anna.post(cause + "/close", "{\"version\":0}").text("code")).isEqualTo("STALE");
        assertThat(anna.post(cause + "/close", "{\"version\":1}").body().path("closedAt").isNull())
                .isFalse();
        assertThat(anna.post(cause + "/reopen", "{\"version\":2}").status()).isEqualTo(200);

        var seen = "{\"seen\":%d}".formatted(grouped.body().path("id").asLong());
        var out = anna.post("/cases/%d/cause/remove".formatted(id), seen);
        assertThat(out.body().path("cases").asLong()).isZero();
        assertThat(anna.post("/cases/%d/cause/remove".formatted(id), seen).status()).isEqualTo(409);
    }
}
