package firsthour.web.judgement;

import static firsthour.triage.Stage.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.scoring.SpotChecks;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class JudgementPageTest {
    private static final Pattern SUGGESTED =
            Pattern.compile(
                    "Suggested: 0\\.50 → (0\\.\\d\\d), from 12 judgements; would have changed 12 of the last 13 decisions");
    private static final Pattern UNDO = Pattern.compile("/judgement/1/threshold/\\d+/undo");
    private static final Pattern ASKED = Pattern.compile("/judgement/1/check/(\\d+)");

    private final Stage stage;
    private final Triage triage;
    private final SpotChecks checks;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    private TestBrowser anna;
    private TestBrowser mira;

    JudgementPageTest(
            Stage stage,
            Triage triage,
            SpotChecks checks,
            TestPeople people,
            Members members,
            ControlledTime time) {
        this.stage = stage;
        this.triage = triage;
        this.checks = checks;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
        this.mira = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(now);
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        mira = people.signedIn(members.get(Stage.MIRA.memberId()));
    }

    @Test
    void whatHasNotBeenJudgedIsNotClaimed() {
        assertThat(page(anna))
                .contains("Not enough judged yet: 10 are needed.")
                .contains("Not enough looked at yet: 10 are needed.")
                .contains("Nothing is suggested yet: from 0 judgements; 10 are needed.")
                .contains("The present version has judged every mention.")
                .doesNotContain("quality-figure");
    }

    @Test
    void correctionsMoveAThresholdByAManagersButtonAndOnePressTakesItBack() {
        stage.complaint("loud");
        for (int i = 0; i < 12; i++) {
            var mention = judged("p" + i, .54);
            var answer =
                    anna.post(
                            "/cases/" + stage.caseOf(mention) + "/correct",
                            Map.of(
                                    "mention", Long.toString(mention),
                                    "seen", "0",
                                    "polarity", "NEUTRAL"));
            assertThat(answer.statusCode()).isEqualTo(303);
        }
        var suggested = SUGGESTED.matcher(page(mira));
        assertThat(suggested.find()).isTrue();
        var threshold = suggested.group(1);
        var german = mira.request("/judgement?brand=" + BRAND).header("Accept-Language", "de");
        assertThat(mira.send(german.GET()).body())
                .contains(
                        "Schwelle: Fälle ab 0,50", "Auf " + threshold.replace('.', ',') + " setzen")
                .as("what the form sends is read by a machine")
                .containsPattern("name=\"suggested\" value=\"0\\.\\d+\"");
        assertThat(page(anna)).contains("A manager can move it.").doesNotContain("Move it to");

        var moved = mira.post("/judgement/1/threshold", Map.of("suggested", threshold));
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(page(mira))
                .contains("Threshold: cases from " + threshold)
                .contains("It fits, from 12 judgements.")
                .contains("by <span class=\"isolate\">Mira</span>");
        var mild = judged("mild", .54);
        var loud = judged("louder", .9);
        assertThat(verdict(mild)).startsWith("LISTED");
        assertThat(verdict(loud)).contains("(cases from " + threshold + ")");

        var undo = UNDO.matcher(page(mira));
        assertThat(undo.find()).isTrue();
        mira.post(undo.group(), Map.of());

        assertThat(page(mira))
                .contains("Threshold: cases from 0.50")
                .contains("taken back by Mira")
                .doesNotContain("aria-label=\"Take back the move");
        assertThat(verdict(judged("after", .54))).contains("(cases from 0.50)");
    }

    @Test
    void anOldSuggestionMovesNothing() {
        mira.post("/judgement/1/threshold", Map.of("suggested", "0.60"));
        assertThat(page(mira)).contains("Nothing was moved").contains("cases from 0.50");
    }

    @Test
    void aDrawIsLookedAtOneByOneAndASlipIsTakenBack() {
        for (int i = 0; i < 2; i++) {
            judged("calm <b>" + i, .1);
        }
        stage.execute("UPDATE post SET text = '<script>alert(1)</script> مرحبا'");
        time.pass(Duration.ofDays(7));
        checks.drawDue();
        // The browser's sign-in is as old as the draw.
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));

        assertThat(page(anna)).contains("Look at 2");
        var first = ask();
        assertThat(first.body())
                .contains("2 are left.", "&lt;script&gt;alert(1)", "dir=\"auto\"")
                .contains("aria-keyshortcuts=\"1\"");
        answer(mention(first), "FINE");
        answer(mention(first), "FINE");
        assertThat(ask().body())
                .as("pressed twice")
                .contains("Kept as fine.", "check/" + mention(first) + "/undo");
        var second = mention(ask());
        answer(second, "COMPLAINT");
        assertThat(ask().body()).contains("All looked at");

        anna.post("/judgement/1/check/" + second + "/undo", Map.of());
        assertThat(mention(ask())).isEqualTo(second);
        answer(second, "COMPLAINT");
        triage.sweep();
        assertThat(verdict(second)).isEqualTo("FLAGGED: corrected to negative by a person");
        assertThat(anna.post("/judgement/1/check/" + second, Map.of("label", "FINE")).statusCode())
                .isEqualTo(303);
        assertThat(stage.column("SELECT label FROM spot_check ORDER BY label"))
                .containsExactly("COMPLAINT", "FINE");
        assertThat(anna.post("/judgement/2/check/" + second, Map.of("label", "FINE")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void judgingAgainIsTriedOutFirst() {
        var mention = judged("1", .1);
        assertThat(page(mira)).contains("1 mention was judged by an earlier version.");

        var day = now.minus(Duration.ofDays(2)).toString().substring(0, 10);
        var tried = mira.post("/judgement/1/again", Map.of("since", day, "deed", "try"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("1 mention was judged on trial. Nothing was written.");
        assertThat(stage.one("SELECT state FROM mention")).isEqualTo("TRIAGED");

        var wrong = mira.post("/judgement/1/again", Map.of("since", "soon", "deed", "again"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter a day, such as 2026-11-01.");

        mira.post("/judgement/1/again", Map.of("since", day, "deed", "again"));
        assertThat(stage.one("SELECT state FROM mention WHERE id = " + mention)).isEqualTo("NEW");
        assertThat(page(mira)).contains("1 mention is judged again, after whatever is new.");

        mira.post("/judgement/1/again", Map.of("since", day, "deed", "again"));
        assertThat(page(mira)).contains("Nothing is judged again:");
    }

    private String page(TestBrowser browser) {
        var answer = browser.get("/judgement?brand=" + BRAND);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> ask() {
        return anna.get("/judgement/1/check");
    }

    private void answer(long mention, String label) {
        assertThat(anna.post("/judgement/1/check/" + mention, Map.of("label", label)).statusCode())
                .isEqualTo(303);
    }

    private static long mention(HttpResponse<String> page) {
        var found = ASKED.matcher(page.body().replaceAll("check/\\d+/undo", ""));
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private long judged(String author, double negative) {
        var mention = stage.post(author).author(author).mention();
        stage.score(mention, "NEGATIVE", negative, .1, null);
        triage.sweep();
        return mention;
    }

    private String verdict(long mention) {
        return stage.one("SELECT CONCAT(verdict, ': ', reason) FROM mention WHERE id = " + mention);
    }
}
