package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.security.Scope;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a program does, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiDeedsTest {
    private final Stage stage;
    private final Programs programs;
    private final Members members;
    private final ControlledTime time;
    private final Rows rows;
    private Program anna;
    private Program ben;
    private long id;

    ApiDeedsTest(Stage stage, Programs programs, Members members, ControlledTime time, Rows rows) {
        this.stage = stage;
        this.programs = programs;
        this.members = members;
        this.time = time;
        this.rows = rows;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        anna = programs.of(Stage.ANNA);
        ben = programs.of(Stage.BEN);
        id = stage.complaint("ann");
    }

    @Test
    void aCaseIsWorkedFromClaimToReopening() {
        var claimed = deed(anna, "claim", "");
        assertThat(claimed.body().path("assigneeId").asLong()).isEqualTo(11);
        var acknowledged = deed(anna, "acknowledge", ",\"text\":\"I look into it.\"");
        assertThat(acknowledged.body().path("acknowledgedAt").asText())
                .isEqualTo(time.now().toString());
        assertThat(acknowledged.body().path("replyId").asLong()).isPositive();
        var answered =
                deed(
                        anna,
                        "answer",
                        ",\"text\":\"It comes tomorrow.\",\"url\":\"https://kestrel.example/1\","
                                + "\"postedAt\":\"2026-11-16T13:20:00+01:00\"");
        assertThat(answered.body().path("answeredAt").asText()).isEqualTo("2026-11-16T12:20:00Z");
        deed(anna, "wait", "");
        assertThat(anna.get("/cases/" + id).body().path("row").path("waitingSince").asText())
                .isEqualTo(time.now().toString());
        assertThat(deed(anna, "end-wait", "").status()).isEqualTo(200);
        assertThat(deed(anna, "resolve", "").text("state")).isEqualTo("RESOLVED");
        assertThat(deed(anna, "undo", "").text("state")).isEqualTo("OPEN");
        assertThat(deed(anna, "resolve", "").text("state")).isEqualTo("RESOLVED");
        assertThat(deed(ben, "reopen", "").body().path("episode").asInt()).isEqualTo(2);
        assertThat(
                        deed(anna, "dismiss", ",\"reason\":\"SPAM\",\"note\":\"A robot.\"")
                                .text("state"))
                .isEqualTo("DISMISSED");

        assertThat(stage.events(id))
                .containsSubsequence(
                        "CaseClaimed",
                        "ReplyRecorded",
                        "ReplyRecorded",
                        "CaseResolved",
                        "CaseClosingUndone",
                        "CaseResolved",
                        "CaseReopened",
                        "CaseDismissed");
        var told = anna.get("/cases/" + id).body();
        assertThat(told.path("replies")).hasSize(2);
        assertThat(told.path("closingNote").asText()).isEqualTo("A robot.");
        assertThat(told.path("row").path("dismissalReason").asText()).isEqualTo("SPAM");
    }

    @Test
    void aStaleVersionIsRefusedWithWhatHappened() {
        var seen = stage.version(id);
        deed(anna, "claim", "");
        deed(anna, "release", "");
        var refused = ben.post("/cases/" + id + "/claim", "{\"version\":%d}".formatted(seen));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("STALE");
        assertThat(refused.text("detail")).startsWith("Anna released the case.");
        assertThat(stage.one("SELECT assignee_id FROM cases WHERE id = " + id)).isEqualTo("-");
    }

    @Test
    void whoIsTooLateIsToldWhoHasIt() {
        deed(anna, "claim", "");
        var refused = deed(ben, "claim", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("TAKEN");
        assertThat(refused.text("detail")).startsWith("Anna has this case.");
    }

    @Test
    void whatTheStateDoesNotAllowSaysWhatWould() {
        var refused = deed(anna, "dismiss", ",\"reason\":\"SPAM\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("NOT_POSSIBLE");
        assertThat(refused.text("detail")).isEqualTo("Nobody has this case yet. Claim it first.");
        var posted = deed(anna, "post-answer", ",\"text\":\"Sorry.\"");
        assertThat(posted.status()).isEqualTo(400);
        assertThat(posted.wrong()).isEqualTo("text");
        assertThat(posted.text("detail")).contains("record them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claim   | {}                                             | version",
                "claim   | {\"version\":null}                             | version",
                "claim   | {\"version\":\"0\"}                            | version",
                "claim   | {\"version\":1.5}                              | version",
                "claim   | {\"version\":0,\"colour\":\"red\"}             | colour",
                "claim   | {\"version\":99999999999999999999}             | version",
                "dismiss | {\"version\":0}                                | reason",
                "dismiss | {\"version\":0,\"reason\":\"MOOD\"}            | reason",
                "dismiss | {\"version\":0,\"reason\":null}                | reason",
                "dismiss | {\"version\":0,\"reason\":1}                   | reason",
                "dismiss | {\"version\":0,\"reason\":\"SPAM\",\"note\":5} | note",
                "answer  | {\"version\":0}                                | text",
                "answer  | {\"version\":0,\"text\":\" \"}                 | text",
                "answer  | {\"version\":0,\"text\":[\"a\"]}               | text",
                "answer  | {\"version\":0,\"text\":\"a\",\"url\":\"x\"}   | url",
                "answer  | {\"version\":0,\"text\":\"a\",\"postedAt\":\"noon\"} | postedAt",
                "answer  | {\"version\":0,\"text\":\"a\",\"postedAt\":\"2031-01-01T00:00:00Z\"} | postedAt",
            })
    void aFieldThatIsWrongIsNamed(String deed, String body, String field) {
        var answer = anna.post("/cases/" + id + "/" + deed, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("INVALID");
        assertThat(answer.wrong()).isEqualTo(field);
        assertThat(stage.events(id))
                .doesNotContain("CaseClaimed", "CaseDismissed", "ReplyRecorded");
    }

    @Test
    void whatIsTooLongIsNamed() {
        deed(anna, "claim", "");
        var note =
                deed(
                        anna,
                        "dismiss",
                        ",\"reason\":\"SPAM\",\"note\":\"%s\"".formatted("x".repeat(2001)));
        assertThat(note.status()).isEqualTo(400);
        assertThat(note.wrong()).isEqualTo("note");
        var text = deed(anna, "answer", ",\"text\":\"%s\"".formatted("x".repeat(20_001)));
        assertThat(text.status()).isEqualTo(400);
        assertThat(text.wrong()).isEqualTo("text");
        var all = deed(anna, "answer", ",\"text\":\"%s\"".formatted("x".repeat(100_001)));
        assertThat(all.status()).isEqualTo(413);
        assertThat(all.text("detail")).contains("100,000 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-",
                "null",
                "[]",
                "{\"version\":0",
                "{\"version\":0}x",
                "hello",
                "{\"version\":0,\"version\":1}"
            })
    void whatIsNoObjectIsRefused(String body) {
        var answer = anna.post("/cases/" + id + "/claim", body == null ? "" : body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("INVALID");
        assertThat(stage.events(id)).doesNotContain("CaseClaimed");
    }

    @Test
    void aFormIsNoBody() {
        var answer =
                anna.send(
                        anna.request("/cases/" + id + "/claim")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("version=0")));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).isEqualTo("Send Content-Type: application/json.");
        assertThat(anna.get("/cases/" + id + "/claim").status()).isEqualTo(405);
    }

    @Test
    void theSameRequestWithAKeyIsDoneOnceAndAnsweredAlike() {
        deed(anna, "claim", "");
        var body = "{\"version\":%d,\"text\":\"I look into it.\"}".formatted(stage.version(id));
        var first = keyed(anna, "acknowledge", "key-1", body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        var again = keyed(anna, "acknowledge", "key-1", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(stage.events(id, "ReplyRecorded")).isEqualTo(1);

        var other = keyed(anna, "answer", "key-1", body);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("REPEATED");
        // Another token's keys are others.
        assertThat(keyed(ben, "acknowledge", "key-1", body).text("code")).isEqualTo("TAKEN");

        time.pass(Once.KEPT.plusSeconds(1));
        assertThat(keyed(anna, "acknowledge", "key-1", body).text("code")).isEqualTo("STALE");
    }

    @Test
    void whatWasRefusedMayBeAskedForAgainWithItsKey() {
        var seen = stage.version(id);
        deed(ben, "claim", "");
        var body = "{\"version\":%d}".formatted(seen);
        assertThat(keyed(anna, "claim", "key-2", body).text("code")).isEqualTo("TAKEN");
        deed(ben, "release", "");
        var mended = "{\"version\":%d}".formatted(stage.version(id));
        assertThat(keyed(anna, "claim", "key-2", mended).status()).isEqualTo(200);
    }

    @Test
    void ofManyAtOnceWithOneKeyOneIsDone() throws InterruptedException, ExecutionException {
        deed(anna, "claim", "");
        var body = "{\"version\":%d,\"text\":\"At once.\"}".formatted(stage.version(id));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(
                            IntStream.range(0, 8)
                                    .mapToObj(_ ->
                                            (Callable<Program.Answer>)
                                                    () -> keyed(anna, "answer", "many", body))
                                    .toList());
            long replayed = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                replayed += answer.get().header("Idempotency-Replayed").isEmpty() ? 0 : 1;
            }
            assertThat(replayed).isEqualTo(7);
        }
        assertThat(stage.events(id, "ReplyRecorded")).isEqualTo(1);
    }

    @Test
    void noAnswerThatIsKeptHoldsWordsOfACustomer() {
        keyed(anna, "claim", "k", "{\"version\":%d}".formatted(stage.version(id)));
        assertThat(rows.column("SELECT answer FROM api_answer").getFirst())
                .contains("\"caseId\":" + id)
                .doesNotContain("late again")
                .doesNotContain("ann\"");
    }

    @Test
    void aMentionIsCorrectedAndThatTakenBack() {
        var mention = stage.one("SELECT mention_id FROM cases WHERE id = " + id);
        var path = "/mentions/" + mention + "/";
        assertThat(
                        anna.post(path + "correct", "{\"polarity\":\"UNDETERMINED\",\"seen\":0}")
                                .wrong())
                .isEqualTo("polarity");
        var done = anna.post(path + "correct", "{\"polarity\":\"NEUTRAL\",\"seen\":0}");
        assertThat(done.status()).isEqualTo(200);
        var correction = done.body().path("correctionId").asLong();
        var stale = ben.post(path + "correct", "{\"polarity\":\"POSITIVE\",\"seen\":0}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("code")).isEqualTo("STALE");
        assertThat(stale.text("detail")).startsWith("Anna corrected the judgement to neutral.");
        var back = ben.post(path + "take-back", "{\"seen\":%d}".formatted(correction));
        assertThat(back.body().toString())
                .isEqualTo(
                        "{\"mentionId\":%s,\"correctionId\":0,\"polarity\":null}"
                                .formatted(mention));
        assertThat(
                        rows.column(
                                "SELECT type FROM event_log WHERE mention_id = %s AND member_id IS NOT NULL ORDER BY id"
                                        .formatted(mention)))
                .containsExactly("JudgementCorrected", "CorrectionTakenBack");
    }

    @Test
    void aManagerKeepsBrandsAndSources() {
        var mira = programs.of(Stage.MIRA);
        var added =
                mira.post(
                        "/brands",
                        "{\"name\":\"Merlin Tea\",\"zone\":\"Europe/Oslo\",\"query\":\"merlin\"}");
        assertThat(added.status()).isEqualTo(200);
        var brand = "/brands/" + added.body().path("id").asLong();
        assertThat(added.body().path("queries").path(0).path("query").asText()).isEqualTo("merlin");
        assertThat(
                        mira.post(
                                        "/brands",
                                        "{\"name\":\"Merlin Tea\",\"zone\":\"Europe/Oslo\",\"query\":\"x\"}")
                                .wrong())
                .isEqualTo("name");
        assertThat(mira.post(brand + "/queries", "{\"query\":\"(\"}").wrong()).isEqualTo("query");
        assertThat(
                        mira.post(brand + "/queries", "{\"query\":\"merlintea\"}")
                                .body()
                                .path("queries"))
                .hasSize(2);
        var own =
                mira.post(
                        brand + "/accounts",
                        "{\"network\":\"rss\",\"handle\":\"@merlin\",\"bot\":false}");
        assertThat(own.body().path("ownAccounts").path(0).path("handle").asText())
                .isEqualTo("merlin");
        var rules =
                "{\"version\":%d,\"zone\":\"UTC\",\"threshold\":%s,\"lookReviews\":true,\"lookPosts\":false,\"inquiries\":false}";
        assertThat(mira.post(brand + "/rules", rules.formatted(0, "1.5")).wrong())
                .isEqualTo("threshold");
        assertThat(
                        mira.post(brand + "/rules", rules.formatted(0, "0.7"))
                                .body()
                                .path("threshold")
                                .asDouble())
                .isEqualTo(.7);
        assertThat(mira.post(brand + "/rules", rules.formatted(0, "0.8")).text("code"))
                .isEqualTo("STALE");
        var query = own.body().path("queries").path(0).path("id").asLong();
        assertThat(mira.post(brand + "/queries/" + query + "/remove", "").body().path("queries"))
                .hasSize(1);
        var account = own.body().path("ownAccounts").path(0).path("id").asLong();
        assertThat(
                        mira.post(brand + "/accounts/" + account + "/remove", "")
                                .body()
                                .path("ownAccounts"))
                .isEmpty();

        assertThat(mira.post("/sources/1/disable", "").body().path("enabled").asBoolean())
                .isFalse();
        assertThat(mira.post("/sources/1/disable", "").status()).isEqualTo(200);
        assertThat(mira.post("/sources/1/pull", "").text("code")).isEqualTo("NOT_POSSIBLE");
        assertThat(mira.post("/sources/1/enable", "").body().path("enabled").asBoolean()).isTrue();
        assertThat(mira.post("/sources/1/pull", "").status()).isEqualTo(200);
        assertThat(mira.post("/sources/77/enable", "").status()).isEqualTo(404);
    }

    @Test
    void aScopeThatIsMissingAndARoleThatIsTooLowAreToldApart() {
        var reader = programs.of(members.get(Stage.ANNA.memberId()), Set.of(Scope.READ));
        var scope = deed(reader, "claim", "");
        assertThat(scope.status()).isEqualTo(403);
        assertThat(scope.text("code")).isEqualTo("SCOPE_MISSING");
        assertThat(scope.header("WWW-Authenticate")).contains("insufficient_scope");
        members.changeRole(Stage.ANNA.memberId(), Role.VIEWER, Members.SYSTEM);
        var role = deed(anna, "claim", "");
        assertThat(role.status()).isEqualTo(403);
        assertThat(role.text("code")).isEqualTo("ROLE_MISSING");
        assertThat(role.text("detail")).contains("AGENT", "VIEWER");
        assertThat(stage.events(id)).doesNotContain("CaseClaimed");
    }

    @Test
    void nothingIsDoneToWhatIsNotThere() {
        for (var deed : List.of("claim", "release", "resolve", "undo", "reopen")) {
            assertThat(anna.post("/cases/77/" + deed, "{\"version\":0}").status()).isEqualTo(404);
        }
        var answer = anna.post("/cases/77/answer", "{\"version\":0,\"text\":\"x\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("detail")).isEqualTo("There is no case 77, or no longer.");
        assertThat(
                        anna.post("/mentions/77/correct", "{\"polarity\":\"NEUTRAL\",\"seen\":0}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void anUndoComesTooLateAfterAMinute() {
        deed(anna, "claim", "");
        deed(anna, "dismiss", ",\"reason\":\"SPAM\"");
        time.pass(Duration.ofMinutes(2));
        var late = deed(anna, "undo", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("detail")).contains("Reopen the case");
    }

    /// With the version as it is.
    private Program.Answer deed(Program program, String deed, String fields) {
        return program.post(
                "/cases/" + id + "/" + deed,
                "{\"version\":%d%s}".formatted(stage.version(id), fields));
    }

    private Program.Answer keyed(Program program, String deed, String key, String body) {
        return program.send(
                program.request("/cases/" + id + "/" + deed)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }
}
