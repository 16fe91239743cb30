package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.response.Snippets;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import firsthour.triage.SilenceWatch;
import firsthour.triage.Stage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What programs do for customers beside public words, and what waits for somebody.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiCareTest {
    private final Stage stage;
    private final ControlledTime time;
    private final Programs programs;
    private final Cases cases;
    private final Waiting waiting;
    private final SilenceWatch silence;
    private final Snippets snippets;
    private final LookRules rules;
    private Program anna;
    private long id;

    ApiCareTest(
            Stage stage,
            ControlledTime time,
            Programs programs,
            Cases cases,
            Waiting waiting,
            SilenceWatch silence,
            Snippets snippets,
            LookRules rules) {
        this.stage = stage;
        this.time = time;
        this.programs = programs;
        this.cases = cases;
        this.waiting = waiting;
        this.silence = silence;
        this.snippets = snippets;
        this.rules = rules;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        anna = programs.of(Stage.ANNA);
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), Stage.ANNA);
    }

    @Test
    void aCallAnswersTheCaseTogetherWithAPublicWord() {
        var called = deed("contact", ",\"way\":\"PHONE\",\"note\":\"She gets a new one.\"");
        assertThat(called.status()).isEqualTo(200);
        assertThat(called.body().path("answeredAt").isNull()).isTrue();
        assertThat(
                        deed("acknowledge", ",\"text\":\"We have called you.\"")
                                .body()
                                .path("answeredAt")
                                .isNull())
                .isFalse();

        var told = care().path("contacts").path(0);
        assertThat(told.path("way").asText()).isEqualTo("PHONE");
        assertThat(told.path("note").asText()).isEqualTo("She gets a new one.");
        assertThat(told.path("by").asText()).isEqualTo("Anna");
        assertThat(deed("contact", ",\"way\":\"MAIL\",\"at\":\"2026-11-16T14:00:00Z\"").wrong())
                .as("it has not come yet")
                .isEqualTo("at");
        assertThat(deed("contact", ",\"way\":\"PIGEON\"").wrong()).isEqualTo("way");
    }

    @Test
    void aPromiseIsMadeAndKept() {
        assertThat(promise("We call.", "2026-11-16T16:00:00Z").status()).isEqualTo(200);
        var made = care().path("promises").path(0);
        assertThat(made.path("words").asText()).isEqualTo("We call.");
        assertThat(made.path("dueAt").asText()).isEqualTo("2026-11-16T16:00:00Z");
        assertThat(made.path("state").asText()).isEqualTo("OPEN");
        var owed = anna.get("/promises");
        assertThat(owed.body().at("/items/0/caseId").asLong()).isEqualTo(id);
        assertThat(owed.body().path("more").asBoolean()).isFalse();

        var path = "/cases/%d/promises/%d/".formatted(id, made.path("id").asLong());
        assertThat(anna.send(anna.request(path + "keep").POST(BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(care().path("promises").path(0).path("state").asText()).isEqualTo("KEPT");
        assertThat(anna.get("/promises").body().path("items")).isEmpty();
        assertThat(anna.post(path + "keep", "{}").text("code")).isEqualTo("NOT_POSSIBLE");
        assertThat(anna.post(path + "withdraw", "{\"reason\":\"They call.\"}").text("code"))
                .isEqualTo("NOT_POSSIBLE");
    }

    @Test
    void aPromiseIsWithdrawnWithAReason() {
        promise("We call.", "2026-11-16T16:00:00Z");
        long made = care().path("promises").path(0).path("id").asLong();
        var path = "/cases/%d/promises/%d/withdraw".formatted(id, made);
        assertThat(anna.post(path, "{\"reason\":\" \"}").wrong()).isEqualTo("reason");
        assertThat(anna.post(path, "{\"reason\":\"They call us.\"}").status()).isEqualTo(200);
        assertThat(care().path("promises").path(0).path("reason").asText())
                .isEqualTo("They call us.");
        assertThat(anna.post("/cases/%d/promises/987654321/keep".formatted(id), "{}").text("code"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void aPromiseIsForATimeThatIsToCome() {
        assertThat(promise("We call.", "2026-11-16T12:00:00Z").wrong()).isEqualTo("dueAt");
        assertThat(promise("We call.", "tomorrow").wrong()).isEqualTo("dueAt");
        assertThat(promise(" ", "2026-11-16T16:00:00Z").wrong()).isEqualTo("words");
        assertThat(care().path("promises")).isEmpty();
    }

    @Test
    void aRemedyIsWrittenDownWithItsRule() {
        var sum = "\"kind\":\"REFUND\",\"amount\":\"12.50\",\"currency\":\"eur\",";
        assertThat(remedy(sum + "\"houseRule\":\"Late parcels\"").status()).isEqualTo(200);
        var given = care().path("remedies").path(0);
        assertThat(given.path("kind").asText()).isEqualTo("REFUND");
        assertThat(given.path("amount").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(given.path("currency").asText()).isEqualTo("EUR");
        assertThat(given.path("houseRule").asText()).isEqualTo("Late parcels");

        assertThat(remedy(sum + "\"houseRule\":\" \"").wrong()).isEqualTo("houseRule");
        assertThat(remedy("\"kind\":\"REFUND\",\"amount\":\"-1\",\"houseRule\":\"Late\"").wrong())
                .isEqualTo("amount");
        assertThat(care().path("remedies")).hasSize(1);
    }

    @Test
    void theSameRequestPromisesOnce() {
        for (var replayed : new String[] {"", "true"}) {
            var answer =
                    anna.send(
                            anna.request("/cases/" + id + "/promises")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "p1")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"words\":\"We call.\",\"dueAt\":\"2026-11-16T16:00:00Z\"}")));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo(replayed);
        }
        assertThat(care().path("promises")).hasSize(1);
    }

    @Test
    void whoWaitsForALookAndWhoIsSilentIsListed() {
        deed("look-answer", ",\"text\":\"It comes.\",\"member\":12");
        var look = anna.get("/looks").body().at("/items/0");
        assertThat(look.path("caseId").asLong()).isEqualTo(id);
        assertThat(look.path("by").asText()).isEqualTo("Anna");
        assertThat(look.path("of").asText()).isEqualTo("Ben");
        assertThat(look.path("text").asText()).isEqualTo("It comes.");

        assertThat(anna.get("/silent").body().path("items")).isEmpty();
        deed("answer", ",\"text\":\"It comes.\"");
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofDays(3));
        silence.sweepBatch();
        var silent = anna.get("/silent").body().at("/items/0");
        assertThat(silent.path("caseId").asLong()).isEqualTo(id);
        assertThat(silent.path("silentDays").asInt()).isEqualTo(3);
        assertThat(silent.path("assignee").asText()).isEqualTo("Anna");
        assertThat(anna.get("/looks").body().path("items")).isEmpty();
    }

    @Test
    void theFactsAndTheLookRulesOfABrandAreRead() {
        snippets.add(1, Stage.MIRA.memberId(), "Hours", "Monday to Friday, 9 to 17.");
        rules.add(
                1,
                Stage.MIRA.memberId(),
                new LookRule.Draft("Grave", OptionalInt.of(70), OptionalLong.empty(), false, true));
        var fact = anna.get("/brands/1/facts").body().at("/items/0");
        assertThat(fact.path("name").asText()).isEqualTo("Hours");
        assertThat(fact.path("text").asText()).isEqualTo("Monday to Friday, 9 to 17.");
        var rule = anna.get("/brands/1/look-rules").body().at("/items/0");
        assertThat(rule.path("name").asText()).isEqualTo("Grave");
        assertThat(rule.path("minSeverity").asInt()).isEqualTo(70);
        assertThat(rule.path("minReach").isNull()).isTrue();
        assertThat(rule.path("agentsOnly").asBoolean()).isTrue();
        assertThat(anna.get("/brands/2/facts").body().path("items")).isEmpty();
        assertThat(anna.get("/brands/987654321/look-rules").status()).isEqualTo(404);
    }

    private JsonNode care() {
        return anna.get("/cases/" + id).body().path("care");
    }

    private Program.Answer promise(String words, String dueAt) {
        return anna.post(
                "/cases/%d/promises".formatted(id),
                "{\"words\":\"%s\",\"dueAt\":\"%s\"}".formatted(words, dueAt));
    }

    private Program.Answer remedy(String fields) {
        return anna.post("/cases/%d/remedies".formatted(id), "{%s}".formatted(fields));
    }

    private Program.Answer deed(String deed, String more) {
        return anna.post(
                "/cases/%d/%s".formatted(id, deed),
                "{\"version\":%d%s}".formatted(stage.version(id), more));
    }
}
