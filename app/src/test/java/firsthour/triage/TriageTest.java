package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockKind;
import firsthour.clocks.Clocks;
import firsthour.scoring.Corrections;
import firsthour.sentiment.Polarity;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class TriageTest {
    private final Triage triage;
    private final Climb climb;
    private final Cases cases;
    private final Clocks clocks;
    private final Corrections corrections;
    private final Stage stage;
    private final ControlledTime time;

    TriageTest(
            Triage triage,
            Climb climb,
            Cases cases,
            Clocks clocks,
            Corrections corrections,
            Stage stage,
            ControlledTime time) {
        this.triage = triage;
        this.climb = climb;
        this.cases = cases;
        this.clocks = clocks;
        this.corrections = corrections;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void aNegativeMentionOpensACaseWhoseClocksRunFromDetection() {
        var detected = time.now();
        var mention = negative("1", "ann");
        time.pass(Duration.ofMinutes(3));
        triage.sweep();

        assertThat(verdict(mention))
                .isEqualTo("FLAGGED: negative, probability 0.90 (cases from 0.50)");
        var opened = cases.find(stage.caseOf(mention)).orElseThrow();
        assertThat(opened.kind()).isEqualTo(CaseKind.COMPLAINT);
        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
        assertThat(opened.dueAt()).contains(detected.plus(Duration.ofHours(1)));
        assertThat(clocks.findByCase(opened.id()))
                .extracting(CaseClock::kind, clock -> clock.deadline().dueAt())
                .containsExactly(
                        tuple(ClockKind.ACKNOWLEDGEMENT, detected.plus(Duration.ofHours(1))),
                        tuple(ClockKind.ANSWER, detected.plus(Duration.ofHours(24))));
        assertThat(stage.events(opened.id()))
                .containsExactly("CaseOpened", "ClockStarted", "ClockStarted");
        assertThat(stage.one("SELECT COUNT(*) FROM event_pending WHERE consumer = 'ALERTS'"))
                .isEqualTo("1");
    }

    @Test
    void aMentionIsDecidedOnce() {
        var mention = negative("1", "ann");
        assertThat(triage.sweep()).isEqualTo(1);
        assertThat(triage.sweep()).isZero();
        assertThat(stage.events(stage.caseOf(mention), "CaseOpened")).isEqualTo(1);
    }

    @Test
    void aPostOfAnOwnAccountBecomesAFoundReply() {
        var mention = negative("1", "KestrelBot");
        var named = negative("2", "@kestrelcares");
        triage.sweep();
        assertThat(verdict(mention)).isEqualTo("FOUND_REPLY: by our own automatic account");
        assertThat(verdict(named)).isEqualTo("FOUND_REPLY: by our own account");
        assertThat(stage.column("SELECT bot FROM found_reply ORDER BY post_id"))
                .containsExactly("1", "0");
    }

    @Test
    void historyOpensNoCase() {
        var mention = stage.post("1").history().mention();
        stage.score(mention, "NEGATIVE", .9, .1, .9);
        triage.sweep();
        assertThat(verdict(mention)).startsWith("HISTORY: ");
        assertThat(stage.column("SELECT id FROM cases")).isEmpty();
    }

    @Test
    void praiseQuestionsAndTheRestAreToldApart() {
        var praise = stage.post("1").author("p").text("Lovely place.").mention();
        stage.score(praise, "POSITIVE", .05, .9, null);
        var question = stage.post("2").author("q").text("When does Kestrel Coffee open?").mention();
        stage.score(question, "NEUTRAL", .1, .1, null);
        stage.flag(question, "QUESTION,IRONY");
        var flagged = stage.post("6").author("u").text("Best place in town.").mention();
        stage.score(flagged, "POSITIVE", .1, .4, null);
        stage.flag(flagged, "PRAISE");
        var asked = stage.post("3").author("r").text("@KestrelCares offen heute?").mention();
        stage.score(asked, "NEUTRAL", .1, .1, null);
        var titled =
                stage.post("5")
                        .author("t")
                        .title("Does @kestrelcares ship to Leeds?")
                        .text("I would like to know.")
                        .mention();
        stage.score(titled, "NEUTRAL", .1, .1, null);
        var rest = stage.post("4").author("s").text("Passing by.").mention();
        stage.score(rest, "NEUTRAL", .1, .1, null);
        triage.sweep();
        assertThat(verdict(praise)).startsWith("PRAISE: ");
        assertThat(verdict(flagged)).isEqualTo("PRAISE: praise for the brand");
        assertThat(verdict(question)).isEqualTo("FLAGGED: a question to the brand");
        assertThat(cases.find(stage.caseOf(question)).orElseThrow().kind())
                .isEqualTo(CaseKind.INQUIRY);
        assertThat(verdict(asked)).isEqualTo("FLAGGED: a question to the brand");
        assertThat(verdict(titled)).isEqualTo("FLAGGED: a question to the brand");
        assertThat(verdict(rest)).startsWith("LISTED: ");
    }

    @Test
    void aReplyAnywhereInTheThreadOfAnOpenCaseJoinsIt() {
        var opened = stage.complaint("ann");
        stage.post("ours").author("kestrelcares").inReplyTo("post of ann").store();
        var reply =
                stage.post("deep")
                        .source(Stage.OTHER_SOURCE)
                        .author("bob")
                        .inReplyTo("ours")
                        .mention();
        stage.score(reply, "POSITIVE", .1, .9, null);
        triage.sweep();
        assertThat(verdict(reply)).isEqualTo("JOINED: part of the thread of case " + opened);
        assertThat(stage.caseOf(reply)).isEqualTo(opened);
        assertThat(stage.events(opened)).endsWith("MentionJoined");
        assertThat(stage.version(opened)).isEqualTo(1);
    }

    @Test
    void aReplyThatNamesItsParentByItsLinkJoinsAsWell() {
        var mention = stage.post("1").linkKey("k".repeat(64)).mention();
        stage.score(mention, "NEGATIVE", .9, .1, null);
        var reply =
                stage.post("2")
                        .author("bob")
                        .inReplyTo("https://example.org/1")
                        .replyKey("k".repeat(64))
                        .mention();
        stage.score(reply, "NEUTRAL", .1, .1, null);
        triage.sweep();
        assertThat(stage.caseOf(reply)).isEqualTo(stage.caseOf(mention));
    }

    @Test
    void aRingOfRepliesEnds() {
        stage.post("a").author("x").inReplyTo("b").store();
        var mention = stage.post("b").author("y").inReplyTo("a").mention();
        stage.score(mention, "NEUTRAL", .1, .1, null);
        triage.sweep();
        assertThat(verdict(mention)).startsWith("LISTED: ");
    }

    @Test
    void whatTheAuthorOfAnOpenCaseWritesJoinsItAndRaisesIt() {
        var opened = stage.complaint("ann");
        var before = priority(opened);
        time.pass(Duration.ofMinutes(5));
        var again = negative("2", "ann");
        triage.sweep();
        assertThat(verdict(again)).isEqualTo("JOINED: by the author of case " + opened);
        assertThat(priority(opened)).isEqualTo(before + 5);
        assertThat(stage.events(opened)).endsWith("MentionJoined", "PriorityRaised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "file"})
    void anAuthorWhoIsOnlyANameTiesNothing(String network) {
        var first = stage.post("1").network(network).author("admin").mention();
        var second = stage.post("2").network(network).author("admin").mention();
        stage.score(first, "NEGATIVE", .9, .05, null);
        stage.score(second, "NEGATIVE", .9, .05, null);
        triage.sweep();
        assertThat(stage.caseOf(second)).isNotEqualTo(stage.caseOf(first));
        assertThat(priority(stage.caseOf(second))).isEqualTo(priority(stage.caseOf(first)));
    }

    @Test
    void handlesThatAreSpeltApartAreTwoAuthors() {
        var opened = stage.complaint("ann");
        var other = negative("2", "Ann");
        var accented = negative("3", "änn");
        triage.sweep();
        assertThat(stage.column("SELECT DISTINCT case_id FROM mention")).hasSize(3);
        assertThat(priority(stage.caseOf(other))).isEqualTo(priority(opened));
        assertThat(priority(stage.caseOf(accented))).isEqualTo(priority(opened));
    }

    @Test
    void aReviewSpeaksForItselfWhoeverWroteIt() {
        var opened = stage.complaint("ann");
        var review = stage.post("2").author("ann").rating(1).mention();
        stage.score(review, "NEGATIVE", .9, .05, null);
        triage.sweep();
        assertThat(verdict(review)).isEqualTo("FLAGGED: rated 1 of 5");
        assertThat(stage.caseOf(review)).isNotEqualTo(opened);
        assertThat(stage.one("SELECT priority_reasons FROM cases ORDER BY id DESC"))
                .contains("post 2 of this author");
    }

    @Test
    void anotherBrandsCaseIsAnotherCase() {
        var opened = stage.complaint("ann");
        var mention = stage.post("2").author("ann").mention(Stage.OTHER_BRAND);
        stage.score(mention, "NEGATIVE", .9, .1, null);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isNotEqualTo(opened);
    }

    @Test
    void afterItsCaseWasClosedAnAuthorOpensANewOne() {
        var opened = stage.complaint("ann");
        cases.claim(opened, 0, Stage.ANNA);
        cases.dismiss(opened, 1, Stage.ANNA, DismissalReason.OTHER, "");
        var again = negative("2", "ann");
        triage.sweep();
        assertThat(stage.caseOf(again)).isNotEqualTo(opened);
    }

    @Test
    void aCorrectionToNegativeOpensACaseWhoseClocksRunFromTheCorrection() {
        var mention = stage.post("1").mention();
        stage.score(mention, "NEUTRAL", .2, .1, null);
        triage.sweep();
        time.pass(Duration.ofHours(5));
        corrections.correct(mention, Stage.ANNA.memberId(), Polarity.NEGATIVE, 0);
        time.pass(Duration.ofSeconds(2));
        triage.sweep();
        var opened = cases.find(stage.caseOf(mention)).orElseThrow();
        var corrected = Instant.parse("2026-11-16T17:20:00Z");
        assertThat(opened.episodeStartedAt()).isEqualTo(corrected);
        assertThat(opened.dueAt()).contains(corrected.plus(Duration.ofHours(1)));
    }

    @Test
    void aCorrectionNeverClosesACase() {
        var opened = stage.complaint("ann");
        var mention = Long.parseLong(stage.one("SELECT mention_id FROM cases"));
        corrections.correct(mention, Stage.ANNA.memberId(), Polarity.POSITIVE, 0);
        triage.sweep();
        assertThat(cases.find(opened).orElseThrow().state()).isEqualTo(CaseState.OPEN);
        assertThat(verdict(mention)).startsWith("FLAGGED: ");
        assertThat(stage.one("SELECT state FROM mention")).isEqualTo("TRIAGED");
    }

    @Test
    void aMentionThatCannotBeDecidedHoldsUpNoOther() {
        var bad = negative("1", "ann");
        var good = negative("2", "bob");
        stage.execute("UPDATE score SET polarity = 'ODD' WHERE mention_id = " + bad);
        triage.sweep();
        assertThat(verdict(good)).startsWith("FLAGGED: ");
        assertThat(stage.one("SELECT state FROM mention WHERE id = " + bad)).isEqualTo("JUDGED");
    }

    @Test
    void nodesThatSweepAtOnceOpenEachCaseOnceAndOneForAnAuthor() throws Exception {
        for (int i = 0; i < 120; i++) {
            negative("post " + i, "author " + i % 40);
        }
        Callable<Integer> sweep = triage::sweep;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var swept : nodes.invokeAll(Stream.generate(() -> sweep).limit(4).toList())) {
                swept.get();
            }
        }
        assertThat(stage.one("SELECT COUNT(*) FROM mention WHERE state = 'TRIAGED'"))
                .isEqualTo("120");
        assertThat(stage.one("SELECT COUNT(*) FROM cases")).isEqualTo("40");
        assertThat(stage.one("SELECT COUNT(DISTINCT author_handle) FROM cases")).isEqualTo("40");
        assertThat(stage.one("SELECT COUNT(*) FROM event_log WHERE type = 'CaseOpened'"))
                .isEqualTo("40");
        assertThat(stage.one("SELECT COUNT(*) FROM clock")).isEqualTo("80");
    }

    @Test
    void whatHasWaitedTwentyHoursClimbsToTheTopOnce() {
        var opened = stage.complaint("ann");
        time.pass(Duration.ofHours(20).minusMillis(1));
        assertThat(climb.sweep()).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(climb.sweep()).isEqualTo(1);
        assertThat(climb.sweep()).isZero();
        assertThat(priority(opened)).isEqualTo(Priority.FLOOR);
        assertThat(stage.one("SELECT priority_reasons FROM cases"))
                .contains("waiting for 20 h or longer");
        assertThat(stage.events(opened)).endsWith("PriorityRaised");
        assertThat(stage.version(opened)).isZero();
    }

    @Test
    void whatNobodyTakesClimbsStepByStepAndManagersSeeIt() {
        var id = stage.complaint("ann");
        var before = priority(id);
        time.pass(Duration.ofMinutes(30).minusMillis(1));
        climb.sweepUnclaimed();
        assertThat(priority(id)).isEqualTo(before);
        assertThat(stage.one("SELECT unattended_at FROM cases")).isEqualTo("-");
        time.pass(Duration.ofMillis(1));
        climb.sweepUnclaimed();
        climb.sweepUnclaimed();
        assertThat(priority(id)).isEqualTo(before + 10);
        assertThat(stage.one("SELECT unattended_at IS NOT NULL FROM cases")).isEqualTo("1");
        assertThat(stage.events(id)).endsWith("CaseUnattended", "PriorityRaised");
        time.pass(Duration.ofHours(12));
        climb.sweepUnclaimed();
        assertThat(priority(id)).isEqualTo(before + 30);
        assertThat(stage.one("SELECT priority_reasons FROM cases"))
                .contains("nobody took it for 12 h")
                .doesNotContain("nobody took it for 30 min", "nobody took it for 4 h");
        assertThat(stage.events(id, "CaseUnattended")).isEqualTo(1);
    }

    @Test
    void whatSomebodyHasDoesNotClimbAndIsShownAgainOnceLetGo() {
        var id = stage.complaint("ann");
        var before = priority(id);
        time.pass(Duration.ofMinutes(40));
        climb.sweepUnclaimed();
        cases.claim(id, stage.version(id), ANNA);
        assertThat(stage.one("SELECT unattended_at FROM cases")).isEqualTo("-");
        time.pass(Duration.ofHours(5));
        climb.sweepUnclaimed();
        assertThat(priority(id)).isEqualTo(before + 10);
        cases.release(id, stage.version(id), ANNA);
        climb.sweepUnclaimed();
        assertThat(stage.one("SELECT unattended_at FROM cases")).isEqualTo("-");
        time.pass(Duration.ofMinutes(30));
        climb.sweepUnclaimed();
        assertThat(stage.one("SELECT unattended_at IS NOT NULL FROM cases")).isEqualTo("1");
    }

    private long negative(String id, String author) {
        var mention = stage.post(id).author(author).mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        return mention;
    }

    private String verdict(long mention) {
        return stage.one("SELECT CONCAT(verdict, ': ', reason) FROM mention WHERE id = " + mention);
    }

    private int priority(long caseId) {
        return Integer.parseInt(stage.one("SELECT priority FROM cases WHERE id = " + caseId));
    }
}
