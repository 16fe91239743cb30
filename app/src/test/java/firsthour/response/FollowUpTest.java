package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.connectors.Sent;
import firsthour.recovery.SilentCustomer;
import firsthour.recovery.SilentCustomers;
import firsthour.response.ReplyDraft.Problem;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import firsthour.triage.SilenceWatch;
import firsthour.triage.Stage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One line after the answer: it asks, answers nothing and starts no clock.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class FollowUpTest {
    private static final String ASKED = "Did the replacement arrive?";

    private final Replies replies;
    private final Answering answering;
    private final Sending sending;
    private final Cases cases;
    private final Waiting waiting;
    private final SilenceWatch silence;
    private final SilentCustomers silent;
    private final Clocks clocks;
    private final StubLetters letters;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    FollowUpTest(
            Replies replies,
            Answering answering,
            Sending sending,
            Cases cases,
            Waiting waiting,
            SilenceWatch silence,
            SilentCustomers silent,
            Clocks clocks,
            StubLetters letters,
            Stage stage,
            ControlledTime time) {
        this.replies = replies;
        this.answering = answering;
        this.sending = sending;
        this.cases = cases;
        this.waiting = waiting;
        this.silence = silence;
        this.silent = silent;
        this.clocks = clocks;
        this.letters = letters;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        letters.reset();
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), ANNA);
        time.pass(Duration.ofMinutes(10));
    }

    @Test
    void beforeAnAnswerThereIsNothingToFollowUp() {
        assertThat(refused(record(ANNA, ASKED))).startsWith("A follow-up comes after an answer");
        assertThat(cases.find(id).orElseThrow().acknowledgedAt()).isEmpty();
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::state)
                .containsOnly(ClockState.RUNNING);
    }

    @Test
    void itIsRecordedAndLeavesClocksAndTimesAsTheyAre() {
        answer();
        var before = cases.find(id).orElseThrow();
        var running = clocks.findByCase(id);
        time.pass(Duration.ofDays(1));
        assertThat(record(ANNA, ASKED)).isInstanceOf(Recording.Recorded.class);
        var after = cases.find(id).orElseThrow();
        assertThat(after.answeredAt()).isEqualTo(before.answeredAt());
        assertThat(after.acknowledgedAt()).isEqualTo(before.acknowledgedAt());
        assertThat(clocks.findByCase(id)).isEqualTo(running);
        assertThat(replies.findByCase(id))
                .extracting(Reply::kind)
                .containsExactly(ReplyKind.ANSWER, ReplyKind.FOLLOW_UP);
        assertThat(stage.events(id)).endsWith("ReplyRecorded");
    }

    @Test
    void whatTheCustomerWroteMeanwhileStillWaitsForItsReply() {
        answer();
        time.pass(Duration.ofHours(1));
        var more = stage.post("more").author("ann").inReplyTo("post of ann").mention();
        stage.score(more, "NEGATIVE", .9, .05, null);
        stage.triage();
        time.pass(Duration.ofMinutes(1));
        record(ANNA, ASKED);
        assertThat(cases.find(id).orElseThrow().dueAt()).isPresent();
        assertThat(clocks.findByCase(id).getLast().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void afterTheEndWhoResolvedItMayStillAsk() {
        answer();
        cases.resolve(id, stage.version(id), ANNA);
        time.pass(Duration.ofDays(2));
        assertThat(refused(record(BEN, ASKED))).startsWith("Whoever resolved");
        assertThat(record(ANNA, ASKED)).isInstanceOf(Recording.Recorded.class);
        assertThat(record(MIRA, ASKED)).isInstanceOf(Recording.Recorded.class);
        assertThat(record(VERA, ASKED)).isInstanceOf(Recording.Refused.class);
        assertThat(stage.one("SELECT state FROM cases")).isEqualTo("RESOLVED");
        assertThat(
                        replies.followUp(
                                id,
                                stage.version(id) - 1,
                                ANNA,
                                new ReplyDraft(ASKED, "", time.now())))
                .isInstanceOf(Recording.Refused.class);
    }

    @Test
    void aDismissedCaseIsNotFollowedUp() {
        answer();
        cases.dismiss(id, stage.version(id), ANNA, DismissalReason.SPAM, "");
        assertThat(refused(record(ANNA, ASKED))).startsWith("A follow-up comes after an answer");
    }

    @Test
    void oneLineIsEnough() {
        answer();
        assertThat(problems(record(ANNA, "Did it arrive?\nAnd is it well?")))
                .extracting(Problem::field)
                .containsExactly("text");
        assertThat(problems(record(ANNA, "Did it? ".repeat(40)))).hasSize(1);
        assertThat(
                        answering.post(
                                id, stage.version(id), ANNA, ReplyKind.FOLLOW_UP, "A\nB", Map.of()))
                .isInstanceOf(Dispatch.Invalid.class);
        assertThat(letters.sent).isEmpty();
    }

    @Test
    void itIsPostedFromHereAlsoOnAResolvedCaseAndLikenessIsNoFault() {
        answer();
        cases.resolve(id, stage.version(id), ANNA);
        var other = stage.complaint("ben");
        cases.claim(other, stage.version(other), ANNA);
        replies.answer(other, stage.version(other), ANNA, new ReplyDraft(ASKED, "", time.now()));
        time.pass(Duration.ofDays(2));
        assertThat(
                        answering.post(
                                id, stage.version(id), ANNA, ReplyKind.FOLLOW_UP, ASKED, Map.of()))
                .isEqualTo(new Dispatch.Posted());
        assertThat(letters.sent).singleElement().matches(it -> it.text().equals(ASKED));
        assertThat(replies.findByCase(id).getLast().kind()).isEqualTo(ReplyKind.FOLLOW_UP);
        assertThat(cases.find(id).orElseThrow().state().name()).isEqualTo("RESOLVED");
    }

    @Test
    void oneThatCouldNotBePostedGoesOnAlsoOnAResolvedCase() {
        answer();
        cases.resolve(id, stage.version(id), ANNA);
        letters.answers(reply ->
                letters.sent.size() == 1 ? new Sent.Unsure("slow") : StubLetters.done(reply));
        answering.post(id, stage.version(id), ANNA, ReplyKind.FOLLOW_UP, ASKED, Map.of());
        time.pass(Duration.ofMinutes(5));
        sending.sweep();
        assertThat(sending.findOpen(id)).isEmpty();
        assertThat(replies.findByCase(id).getLast().kind()).isEqualTo(ReplyKind.FOLLOW_UP);
    }

    @Test
    void whoIsSilentIsListedUntilSomebodyAsks() {
        answer();
        waiting.begin(id, stage.version(id), ANNA);
        assertThat(silent.list(9)).isEmpty();
        time.pass(Duration.ofDays(3));
        silence.sweepBatch();
        assertThat(silent.list(9))
                .extracting(SilentCustomer::caseId, SilentCustomer::silentDays)
                .containsExactly(tuple(id, 3));
        record(ANNA, ASKED);
        assertThat(silent.list(9)).isEmpty();
    }

    @Test
    void whoIsSilentIsFoundWithoutReadingTheWholeQueue() {
        stage.openCases(2000);
        answer();
        waiting.begin(id, stage.version(id), ANNA);
        time.pass(Duration.ofDays(3));
        silence.sweepBatch();
        stage.column("ANALYZE TABLE cases");
        assertThat(silent.list(9)).hasSize(1);
        assertThat(stage.rowsRead(() -> silent.list(9))).isLessThan(200);
    }

    @Test
    void whoIsSilentAfterSevenDaysIsListedOnceMoreAlsoWhereSomebodyAskedOnTheThird() {
        answer();
        waiting.begin(id, stage.version(id), ANNA);
        time.pass(Duration.ofDays(3));
        silence.sweepBatch();
        record(ANNA, ASKED);
        time.pass(Duration.ofDays(4).minusSeconds(1));
        silence.sweepBatch();
        assertThat(silent.list(9)).isEmpty();
        time.pass(Duration.ofSeconds(1));
        silence.sweepBatch();
        assertThat(silent.list(9))
                .extracting(SilentCustomer::caseId, SilentCustomer::silentDays)
                .containsExactly(tuple(id, 7));
        record(ANNA, ASKED);
        assertThat(silent.list(9)).as("asked twice, it is enough").isEmpty();
    }

    private void answer() {
        replies.answer(
                id,
                stage.version(id),
                ANNA,
                new ReplyDraft("Sorry. A new one leaves today.", "", time.now()));
    }

    private Recording record(Actor actor, String words) {
        return replies.followUp(
                id, stage.version(id), actor, new ReplyDraft(words, "", time.now()));
    }

    private static String refused(Recording recording) {
        return recording instanceof Recording.Refused(Outcome why) ? why.inWords() : "done";
    }

    private static List<Problem> problems(Recording recording) {
        return recording instanceof Recording.Invalid(List<Problem> all) ? all : List.of();
    }
}
