package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.clocks.Breaches;
import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class FoundRepliesTest {
    private static final String SORRY = "So sorry to hear that.";
    private static final String WE_WILL = "Sorry. We will send you a new one today.";

    private final FoundReplyLinking linking;
    private final Replies replies;
    private final Cases cases;
    private final Clocks clocks;
    private final Breaches breaches;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;

    FoundRepliesTest(
            FoundReplyLinking linking,
            Replies replies,
            Cases cases,
            Clocks clocks,
            Breaches breaches,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.linking = linking;
        this.replies = replies;
        this.cases = cases;
        this.clocks = clocks;
        this.breaches = breaches;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void aReplyThatComesAfterItsCaseIsTiedToIt() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(10));
        ours("r", WE_WILL, "post of ann");
        assertThat(linking.sweep()).isEqualTo(1);
        assertThat(linking.sweep()).isZero();
        assertThat(states(id)).containsExactly(ClockState.MET, ClockState.MET);
        assertThat(cases.find(id).orElseThrow().answeredAt()).contains(time.now());
        assertThat(cases.find(id).orElseThrow().dueAt()).isEmpty();
        assertThat(stage.events(id)).endsWith("ClockMet", "ClockMet", "ReplyFound");
        assertThat(replies.findByCase(id))
                .extracting(Reply::kind, Reply::found)
                .containsExactly(tuple(ReplyKind.ANSWER, true));
    }

    @Test
    void aReplyThatCameBeforeItsCaseIsTiedAsWellAndCostsTheStaffNoTime() {
        var wrote = time.now().minus(Duration.ofMinutes(30));
        stage.post("r")
                .author("kestrelcares")
                .text(SORRY)
                .inReplyTo("post of ann")
                .published(wrote)
                .foundReply();
        assertThat(linking.sweep()).isZero();
        var id = stage.complaint("ann");
        linking.sweep();
        var acknowledgement = clocks.findByCase(id).getFirst();
        assertThat(acknowledgement.metBeforeStart()).isTrue();
        assertThat(acknowledgement.staffTime()).contains(Duration.ZERO);
        assertThat(cases.find(id).orElseThrow().acknowledgedAt()).contains(wrote);
    }

    @Test
    void aShortWordOfSympathyIsAnAcknowledgement() {
        var id = stage.complaint("ann");
        ours("r", SORRY, "post of ann");
        linking.sweep();
        assertThat(states(id)).containsExactly(ClockState.MET, ClockState.RUNNING);
    }

    @Test
    void anAutomaticReplyIsTiedAndStopsNothing() {
        var id = stage.complaint("ann");
        stage.post("r").author("kestrelbot").text(WE_WILL).inReplyTo("post of ann").foundReply();
        assertThat(linking.sweep()).isEqualTo(1);
        assertThat(states(id)).containsOnly(ClockState.RUNNING);
        assertThat(replies.findByCase(id)).isEmpty();
        assertThat(stage.events(id)).endsWith("ReplyFound");
        assertThat(linking.sweep()).isZero();
    }

    @Test
    void aReplyInTimeThatIsFoundLateWithdrawsTheBreach() {
        var id = stage.complaint("ann");
        var inTime = time.now().plus(Duration.ofMinutes(59));
        time.pass(Duration.ofHours(2));
        breaches.sweep();
        stage.post("r")
                .author("kestrelcares")
                .text(SORRY)
                .inReplyTo("post of ann")
                .published(inTime)
                .foundReply();
        linking.sweep();
        assertThat(states(id)).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(stage.events(id)).contains("ClockBreached", "BreachWithdrawn");
    }

    @Test
    void aReplyIsFoundByTheLinkOfThePostThatItAnswers() {
        var id = stage.complaint("ann");
        stage.execute("UPDATE post SET link_key = REPEAT('k', 64)");
        stage.post("r")
                .author("kestrelcares")
                .text(WE_WILL)
                .inReplyTo("https://social.example/ann/1")
                .replyKey("k".repeat(64))
                .foundReply();
        linking.sweep();
        assertThat(states(id)).containsOnly(ClockState.MET);
    }

    @Test
    void aReplyToOurOwnReplyBelongsToTheSameCase() {
        var id = stage.complaint("ann");
        ours("r", SORRY, "post of ann");
        linking.sweep();
        ours("s", WE_WILL, "r");
        linking.sweep();
        assertThat(states(id)).containsOnly(ClockState.MET);
    }

    @Test
    void aReplyToNothingThatIsKnownWaits() {
        ours("r", WE_WILL, "unknown");
        assertThat(linking.sweep()).isZero();
        assertThat(stage.one("SELECT case_id FROM found_reply")).isEqualTo("-");
    }

    @Test
    void whatAPersonRecordedAndTheNetworkShowsIsOneReply() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(30));
        replies.answer(id, 1, ANNA, new ReplyDraft(SORRY, "https://social.example/r", time.now()));
        stage.post("r")
                .author("kestrelcares")
                .text(SORRY)
                .url("https://social.example/r")
                .inReplyTo("post of ann")
                .published(time.now().minus(Duration.ofMinutes(2)))
                .foundReply();
        linking.sweep();
        assertThat(replies.findByCase(id))
                .extracting(Reply::kind, Reply::found, reply -> reply.memberName().orElse("-"))
                .containsExactly(tuple(ReplyKind.ANSWER, true, "Anna"));
        assertThat(clocks.findByCase(id).getLast().staffTime()).contains(Duration.ofMinutes(28));
    }

    @Test
    void whatTheNetworkShowedAndAPersonRecordsLaterIsOneReply() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(5));
        stage.post("r")
                .author("kestrelcares")
                .text(SORRY)
                .url("https://social.example/r")
                .inReplyTo("post of ann")
                .foundReply();
        linking.sweep();
        var published = time.now();
        time.pass(Duration.ofMinutes(5));

        replies.answer(
                id,
                stage.version(id),
                ANNA,
                new ReplyDraft(WE_WILL, "http://www.social.example/r/", time.now()));

        assertThat(replies.findByCase(id))
                .extracting(Reply::kind, Reply::found, reply -> reply.memberName().orElse("-"))
                .containsExactly(tuple(ReplyKind.ANSWER, true, "Anna"));
        assertThat(replies.findByCase(id).getFirst().postedAt()).isEqualTo(published);
        assertThat(clocks.findByCase(id).getLast().metAt()).contains(published);
        assertThat(stage.events(id)).endsWith("ReplyRecorded");
    }

    @Test
    void aReplyIsTheSameHoweverItsLinkIsSpelt() {
        var id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        replies.answer(
                id, 1, ANNA, new ReplyDraft(SORRY, "http://www.social.example/r/", time.now()));
        stage.post("r")
                .author("kestrelcares")
                .url("https://social.example/r")
                .inReplyTo("post of ann")
                .foundReply();
        linking.sweep();
        assertThat(replies.findByCase(id)).singleElement().matches(Reply::found);
    }

    @Test
    void aReplyToThePostIsTiedToTheCaseThatItsCopyOpened() {
        var original = stage.post("original").linkKey("k".repeat(64)).store();
        var copy = stage.post("copy").source(Stage.OTHER_SOURCE).linkKey("k".repeat(64)).mention();
        stage.execute("UPDATE post SET copy_of = " + original + " WHERE external_id = 'copy'");
        stage.score(copy, "NEGATIVE", .9, .05, null);
        triage.sweep();
        stage.post("r")
                .author("kestrelcares")
                .text(WE_WILL)
                .inReplyTo("https://social.example/ann/1")
                .replyKey("k".repeat(64))
                .foundReply();
        assertThat(linking.sweep()).isEqualTo(1);
        assertThat(states(stage.caseOf(copy))).containsOnly(ClockState.MET);
    }

    @Test
    void aReplyCountsForTheEpisodeInWhichItWasPublished() {
        var id = stage.complaint("ann");
        var then = time.now().plus(Duration.ofMinutes(20));
        cases.claim(id, 0, ANNA);
        cases.dismiss(id, 1, ANNA, DismissalReason.OTHER, "");
        time.pass(Duration.ofDays(1));
        cases.reopen(id, 2, ANNA);
        stage.post("r")
                .author("kestrelcares")
                .text(WE_WILL)
                .inReplyTo("post of ann")
                .published(then)
                .foundReply();
        linking.sweep();
        assertThat(cases.find(id).orElseThrow().answeredAt()).isEmpty();
        assertThat(states(id))
                .containsExactly(
                        ClockState.CANCELLED,
                        ClockState.CANCELLED,
                        ClockState.RUNNING,
                        ClockState.RUNNING);
        assertThat(replies.findByCase(id)).extracting(Reply::episode).containsExactly(1);
    }

    @Test
    void oneCaseIsLetGoBeforeTheNextReplyIsTied() throws Exception {
        var ann = stage.complaint("ann");
        var bob = stage.complaint("bob");
        ours("to bob", WE_WILL, "post of bob");
        time.pass(Duration.ofMinutes(1));
        ours("to ann", WE_WILL, "post of ann");
        var tied =
                stage.whileWaiting(
                        List.of("SELECT id FROM cases WHERE id = %d FOR UPDATE".formatted(ann)),
                        linking::sweep,
                        "SELECT id FROM cases WHERE id = " + bob);
        assertThat(tied).isEqualTo(2);
        assertThat(stage.one("SELECT COUNT(*) FROM clock WHERE state <> 'MET'")).isEqualTo("0");
    }

    @Test
    void nodesThatSweepAtOnceTieEachReplyOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            stage.complaint("author " + i);
            ours("r" + i, WE_WILL, "post of author " + i);
        }
        Callable<Integer> sweep = linking::sweep;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var swept : nodes.invokeAll(Stream.generate(() -> sweep).limit(4).toList())) {
                swept.get();
            }
        }
        assertThat(stage.one("SELECT COUNT(*) FROM reply")).isEqualTo("60");
        assertThat(stage.one("SELECT COUNT(*) FROM event_log WHERE type = 'ReplyFound'"))
                .isEqualTo("60");
        assertThat(stage.one("SELECT COUNT(*) FROM clock WHERE state <> 'MET'")).isEqualTo("0");
    }

    private void ours(String id, String text, String answers) {
        stage.post(id).author("kestrelcares").text(text).inReplyTo(answers).foundReply();
    }

    private List<ClockState> states(long id) {
        return clocks.findByCase(id).stream().map(CaseClock::state).toList();
    }
}
