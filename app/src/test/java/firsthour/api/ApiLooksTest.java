package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Role;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Second looks that programs ask for and give.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ApiLooksTest {
    private final Stage stage;
    private final Programs programs;
    private final Cases cases;
    private Program anna;
    private Program ben;
    private long id;

    ApiLooksTest(Stage stage, Programs programs, Cases cases) {
        this.stage = stage;
        this.programs = programs;
        this.cases = cases;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        anna = programs.of(Stage.ANNA);
        ben = programs.of(Stage.BEN);
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);
    }

    @Test
    void whatIsApprovedIsPostedAndTheCaseTellsBothTexts() {
        assertThat(ask(",\"member\":12").status()).isEqualTo(200);
        assertThat(deed(anna, "post-answer", ",\"text\":\"It comes.\"").text("code"))
                .isEqualTo("NOT_POSSIBLE");
        assertThat(deed(anna, look("approve"), "").text("code")).isEqualTo("NOT_POSSIBLE");

        var approved = deed(ben, look("approve"), ",\"text\":\"It comes today.\"");
        assertThat(approved.text("posting")).isEqualTo("POSTED");

        var told = anna.get("/cases/" + id);
        assertThat(told.body().at("/looks/0/state").asText()).isEqualTo("APPROVED");
        assertThat(told.body().at("/looks/0/of").asText()).isEqualTo("Ben");
        assertThat(told.body().at("/looks/0/askedText").asText()).isEqualTo("It comes.");
        assertThat(told.body().at("/looks/0/text").asText()).isEqualTo("It comes today.");
        assertThat(told.body().at("/looks/0/settledBy").asText()).isEqualTo("Ben");
        assertThat(told.body().at("/replies/0/by").asText()).isEqualTo("Anna");
        assertThat(deed(ben, look("approve"), "").text("code")).isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void wordsAreSentBackWithANoteOrNotAskedAboutAnyMore() {
        ask("");
        assertThat(deed(ben, look("send-back"), ",\"note\":\" \"").wrong()).isEqualTo("note");
        assertThat(deed(ben, look("send-back"), ",\"note\":\"By name.\"").status()).isEqualTo(200);
        assertThat(anna.get("/cases/" + id).body().at("/looks/0/note").asText())
                .isEqualTo("By name.");

        ask("");
        assertThat(deed(ben, look("withdraw"), "").text("code")).isEqualTo("TAKEN");
        assertThat(deed(anna, look("withdraw"), "").status()).isEqualTo(200);
        assertThat(anna.get("/cases/" + id).body().at("/looks/1/state").asText())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void findingsAreNamedAndLetStandByTheirKeys() {
        deed(anna, "look-answer", ",\"text\":\"We are VERY sorry.\"");
        var refused = deed(ben, look("approve"), "");
        assertThat(refused.wrong()).startsWith("reasons.CAPITALS");
        var key = refused.wrong().substring("reasons.".length());
        var reasons = ",\"reasons\":{\"%s\":\"She wrote so herself.\"}".formatted(key);
        assertThat(deed(ben, look("approve"), reasons).text("posting")).isEqualTo("POSTED");
    }

    @Test
    void onlyWhoCanAnswerIsAskedAndWhatIsNotThereIsMissing() {
        assertThat(ask(",\"member\":14").wrong()).isEqualTo("member");
        assertThat(deed(anna, "look-answer", ",\"text\":\" \"").wrong()).isEqualTo("text");
        assertThat(deed(ben, "looks/987654321/approve", "").text("code")).isEqualTo("NOT_FOUND");
        assertThat(deed(ben, "looks/987654321/withdraw", "").text("code")).isEqualTo("NOT_FOUND");
    }

    private Program.Answer ask(String more) {
        return deed(anna, "look-answer", ",\"text\":\"It comes.\"" + more);
    }

    private String look(String what) {
        return "looks/%s/%s".formatted(stage.one("SELECT MAX(id) FROM second_look"), what);
    }

    private Program.Answer deed(Program program, String deed, String more) {
        return program.post(
                "/cases/%d/%s".formatted(id, deed),
                "{\"version\":%d%s}".formatted(stage.version(id), more));
    }
}
