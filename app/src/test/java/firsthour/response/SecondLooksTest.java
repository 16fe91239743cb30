package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Handovers;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A colleague looks before words are public.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class SecondLooksTest {
    private static final String SORRY = "Sorry. A new one leaves today.";
    private static final String BETTER = "Sorry, Ann. A new one leaves today.";
    private static final String LOUD = "We are VERY sorry.";

    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final SecondLookWatch watch;
    private final Answering answering;
    private final Replies replies;
    private final FoundReplyLinking found;
    private final Drafts drafts;
    private final Cases cases;
    private final Waiting waiting;
    private final Handovers handovers;
    private final StubLetters letters;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    SecondLooksTest(
            SecondLookRequests requests,
            SecondLooks looks,
            SecondLookWatch watch,
            Answering answering,
            Replies replies,
            FoundReplyLinking found,
            Drafts drafts,
            Cases cases,
            Waiting waiting,
            Handovers handovers,
            StubLetters letters,
            Stage stage,
            ControlledTime time) {
        this.requests = requests;
        this.looks = looks;
        this.watch = watch;
        this.answering = answering;
        this.replies = replies;
        this.found = found;
        this.drafts = drafts;
        this.cases = cases;
        this.waiting = waiting;
        this.handovers = handovers;
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
    }

    @Test
    void whatAColleagueApprovesIsPostedAsTheAuthorsReply() {
        var look = ask(SORRY);
        assertThat(approve(look, BEN, SORRY)).isEqualTo(posted());

        assertThat(letters.sent).extracting(OutgoingReply::text).containsExactly(SORRY);
        assertThat(replies.findByCase(id))
                .extracting(reply -> reply.memberName().orElse("-"), Reply::text)
                .containsExactly(tuple("Anna", SORRY));
        var given = looks.findByCase(id).getFirst();
        assertThat(given.state()).isEqualTo(SecondLookState.APPROVED);
        assertThat(given.settledBy()).contains("Ben");
        assertThat(given.changed()).isFalse();
        assertThat(stage.events(id)).contains("SecondLookAsked", "SecondLookGiven");
    }

    @Test
    void whatTheColleagueChangedIsWhatIsPostedAndTheAuthorSeesBoth() {
        assertThat(approve(ask(SORRY), BEN, " " + BETTER + "\r\n")).isEqualTo(posted());

        assertThat(letters.sent).extracting(OutgoingReply::text).containsExactly(BETTER);
        var given = looks.findByCase(id).getFirst();
        assertThat(given.changed()).isTrue();
        assertThat(given.askedWords()).isEqualTo(SORRY);
        assertThat(given.words()).isEqualTo(BETTER);
    }

    @Test
    void nobodyApprovesTheirOwnWords() {
        var look = ask(SORRY);
        refused(approve(look, ANNA, SORRY), "these are your own words");
        assertThat(sendBack(look, ANNA, "Never mind")).isInstanceOf(Looking.Refused.class);
        assertThat(letters.sent).isEmpty();
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void whoeverReadsOnlyNeitherAsksNorLooks() {
        assertThat(ask(VERA, SORRY, 0)).isInstanceOf(Looking.Refused.class);
        var look = ask(SORRY);
        refused(approve(look, VERA, SORRY), "Viewers read only");
        assertThat(sendBack(look, VERA, "No")).isInstanceOf(Looking.Refused.class);
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void onlyWhoeverHasTheCaseAsksAndNotThemselves() {
        assertThat(ask(BEN, SORRY, 0)).isEqualTo(new Looking.Refused(new Outcome.TakenBy("Anna")));
        assertThat(ask(ANNA, SORRY, ANNA.memberId())).isInstanceOf(Looking.Invalid.class);
        assertThat(ask(ANNA, SORRY, VERA.memberId())).isInstanceOf(Looking.Invalid.class);
        assertThat(ask(ANNA, " ", 0)).isInstanceOf(Looking.Invalid.class);
        assertThat(ask(ANNA, "x".repeat(20_001), 0)).isInstanceOf(Looking.Invalid.class);
        assertThat(looks.findByCase(id)).isEmpty();
        assertThat(ask(ANNA, SORRY, BEN.memberId())).isInstanceOf(Looking.Asked.class);
        assertThat(looks.findWaiting(9).getFirst().colleague()).contains("Ben");
    }

    @Test
    void aDoubleClickAsksOnce() throws Exception {
        var version = version();
        Callable<Looking> click =
                () -> requests.ask(id, version, ANNA, kind(), SORRY, Map.of(), BEN.memberId());
        try (var both = Executors.newFixedThreadPool(2)) {
            var came = both.invokeAll(List.of(click, click));
            assertThat(List.of(came.get(0).get(), came.get(1).get()))
                    .filteredOn(Looking.Asked.class::isInstance)
                    .hasSize(1);
            assertThat(List.of(came.get(0).get(), came.get(1).get()))
                    .filteredOn(Looking.Refused.class::isInstance)
                    .singleElement()
                    .extracting(refused -> ((Looking.Refused) refused).why())
                    .as("it says what has happened meanwhile: the first click")
                    .isInstanceOf(Outcome.Stale.class);
        }
        assertThat(looks.findWaiting(9)).hasSize(1);
        assertThat(stage.events(id, "SecondLookAsked")).isEqualTo(1);
    }

    @Test
    void ofTwoApprovalsAtOnceExactlyOneCounts() throws Exception {
        var look = ask(SORRY);
        var version = stage.version(id);
        Callable<Approving> ben = () -> looks.approve(id, version, look, BEN, SORRY, Map.of());
        Callable<Approving> mira = () -> looks.approve(id, version, look, MIRA, BETTER, Map.of());
        try (var both = Executors.newFixedThreadPool(2)) {
            var came = both.invokeAll(List.of(ben, mira));
            assertThat(List.of(came.get(0).get(), came.get(1).get()))
                    .filteredOn(posted()::equals)
                    .hasSize(1);
        }
        assertThat(letters.sent).hasSize(1);
        assertThat(stage.events(id, "SecondLookGiven")).isEqualTo(1);
        assertThat(letters.sent.getFirst().text())
                .isEqualTo(stage.one("SELECT words FROM second_look"));
    }

    @Test
    void wordsThatMustBeMendedAreNotPostedByAnApprovalEither() {
        var look = ask(LOUD);
        assertThat(approve(look, BEN, LOUD))
                .isInstanceOfSatisfying(
                        Approving.Sent.class,
                        sent -> assertThat(sent.dispatch()).isInstanceOf(Dispatch.Unready.class));
        assertThat(state()).isEqualTo("OPEN");
        assertThat(approve(look, BEN, SORRY)).isEqualTo(posted());
    }

    @Test
    void theReasonsOfTheAuthorComeAlong() {
        var unready =
                (Dispatch.Unready) answering.post(id, version(), ANNA, kind(), LOUD, Map.of());
        var reasons = Map.of(unready.findings().getFirst().key(LOUD), "She wrote so herself.");
        requests.ask(id, version(), ANNA, kind(), LOUD, reasons, 0);
        var look = looks.findWaiting(9).getFirst();
        assertThat(look.reasons()).isEqualTo(reasons);
        assertThat(looks.approve(id, version(), look.id(), BEN, LOUD, look.reasons()))
                .isEqualTo(posted());
        assertThat(stage.column("SELECT data FROM event_log"))
                .noneMatch(data -> data.contains("herself") || data.contains("VERY"));
    }

    @Test
    void aReasonThatTheColleagueGivesIsTheirs() {
        var look = ask(LOUD);
        var unready = (Dispatch.Unready) answering.post(id, version(), BEN, kind(), LOUD, Map.of());
        var key = unready.findings().getFirst().key(LOUD);
        assertThat(looks.approve(id, version(), look, BEN, LOUD, Map.of(key, "It is a name.")))
                .isEqualTo(posted());
        assertThat(stage.column("SELECT member_id FROM waiver")).containsExactly("12");
    }

    @Test
    void whereNothingIsPostedFromHereTheApprovedWordsBecomeTheDraft() {
        stage.execute("UPDATE source SET network = 'mastodon' WHERE id = 1");
        drafts.save(id, ANNA, kind(), SORRY, 0);
        assertThat(approve(ask(SORRY), BEN, BETTER)).isEqualTo(new Approving.ForCopying());
        assertThat(draft()).isEqualTo(BETTER);
        assertThat(state()).isEqualTo("APPROVED");
        assertThat(letters.sent).isEmpty();
    }

    @Test
    void whereThePostIsGoneNothingIsApprovedNorLeftToBeCopied() {
        drafts.save(id, ANNA, kind(), SORRY, 0);
        var look = ask(SORRY);
        stage.execute("UPDATE post SET deleted_at = published_at, text = ''");
        assertThat(approve(look, BEN, BETTER))
                .isInstanceOfSatisfying(
                        Approving.Sent.class,
                        sent ->
                                assertThat(sent.dispatch())
                                        .isInstanceOfSatisfying(
                                                Dispatch.Invalid.class,
                                                invalid ->
                                                        assertThat(
                                                                        invalid.problems()
                                                                                .getFirst()
                                                                                .words())
                                                                .contains("no longer there")));
        assertThat(state()).isEqualTo("OPEN");
        assertThat(draft()).isEqualTo(SORRY);
    }

    @Test
    void whatIsSentBackComesWithANoteAndTheChanges() {
        drafts.save(id, ANNA, kind(), SORRY, 0);
        var look = ask(SORRY);
        assertThat(sendBack(look, BEN, " ")).isInstanceOf(Looking.Invalid.class);
        assertThat(looks.sendBack(id, version(), look, BEN, BETTER, " By name, please. "))
                .isEqualTo(new Looking.Done());

        var back = looks.findByCase(id).getFirst();
        assertThat(back.state()).isEqualTo(SecondLookState.SENT_BACK);
        assertThat(back.note()).contains("By name, please.");
        assertThat(draft()).isEqualTo(BETTER);
        assertThat(stage.column("SELECT data FROM event_log"))
                .noneMatch(data -> data.contains("By name"));
        assertThat(ask(BETTER)).isNotEqualTo(look);
    }

    @Test
    void whatTheAuthorWroteMeanwhileIsNotOverwritten() {
        drafts.save(id, ANNA, kind(), SORRY, 0);
        var look = ask(SORRY);
        drafts.save(id, ANNA, kind(), "Something else by now", 1);
        looks.sendBack(id, version(), look, BEN, BETTER, "By name, please.");
        assertThat(draft()).isEqualTo("Something else by now");
    }

    @Test
    void asLongAsAColleagueIsWaitedForTheAuthorDoesNotPost() {
        var look = ask(SORRY);
        assertThat(post(SORRY))
                .isInstanceOfSatisfying(
                        Dispatch.Refused.class,
                        refused ->
                                assertThat(refused.outcome().inWords())
                                        .contains("for 15 min at most", "take it back first"));
        assertThat(letters.sent).isEmpty();
        assertThat(ask(ANNA, BETTER, 0)).isInstanceOf(Looking.Refused.class);

        assertThat(looks.withdraw(id, version(), look, BEN))
                .isEqualTo(new Looking.Refused(new Outcome.TakenBy("Anna")));
        assertThat(looks.withdraw(id, version(), look, ANNA)).isEqualTo(new Looking.Done());
        assertThat(looks.withdraw(id, version(), look, ANNA)).isInstanceOf(Looking.Refused.class);
        assertThat(stage.events(id, "SecondLookWithdrawn")).isEqualTo(1);
        assertThat(post(SORRY)).isEqualTo(new Dispatch.Posted());
    }

    @Test
    void itLapsesInTimeForADeadlineThatComesNearerMeanwhile() {
        replies.acknowledge(id, version(), ANNA, new ReplyDraft("We look.", "", time.now()));
        time.pass(Duration.ofHours(24).minusMinutes(8));
        waiting.begin(id, version(), ANNA);
        ask(SORRY);
        time.pass(Duration.ofMinutes(1));
        waiting.end(id, version(), ANNA);
        watch.sweep();
        assertThat(state()).isEqualTo("OPEN");
        time.pass(Duration.ofMinutes(3));
        var seen = version();
        watch.sweep();
        assertThat(state()).isEqualTo("LAPSED");
        assertThat(version()).as("open pages are told").isGreaterThan(seen);
    }

    @Test
    void itLapsesOnceAndThenTheAuthorPosts() {
        var look = ask(SORRY);
        time.pass(Duration.ofMinutes(15).minusMillis(1));
        watch.sweep();
        assertThat(state()).isEqualTo("OPEN");
        time.pass(Duration.ofMillis(1));
        watch.sweep();
        watch.sweep();
        assertThat(state()).isEqualTo("LAPSED");
        assertThat(stage.events(id, "SecondLookLapsed")).isEqualTo(1);
        refused(approve(look, BEN, SORRY), "This second look is over");
        assertThat(post(SORRY)).isEqualTo(new Dispatch.Posted());
    }

    @Test
    void theAuthorNeedNotWaitForAJobThatIsLate() {
        ask(SORRY);
        time.pass(Duration.ofMinutes(15));
        assertThat(post(SORRY)).isEqualTo(new Dispatch.Posted());
        assertThat(stage.events(id, "SecondLookLapsed")).isEqualTo(1);
    }

    @Test
    void itNeverCostsTheHour() {
        time.pass(Duration.ofMinutes(45));
        assertThat(ask(ANNA, SORRY, 0))
                .isInstanceOfSatisfying(
                        Looking.Asked.class,
                        asked ->
                                assertThat(asked.dueAt())
                                        .isEqualTo(time.now().plus(Duration.ofMinutes(10))));
        time.pass(Duration.ofMinutes(10));
        watch.sweep();
        assertThat(ask(ANNA, BETTER, 0))
                .isInstanceOfSatisfying(
                        Looking.Refused.class,
                        refused -> assertThat(refused.why().inWords()).contains("no time left"));
    }

    @Test
    void itIsNoClockOfTheCaseAndChangesNothingThatIsOwed() {
        var owed = "SELECT CONCAT(due_kind, due_at, soon_at) FROM cases WHERE id = " + id;
        var clocks = "SELECT CONCAT(kind, state, due_at) FROM clock ORDER BY id";
        var before = stage.one(owed);
        var running = stage.column(clocks);
        ask(SORRY);
        time.pass(Duration.ofMinutes(15));
        watch.sweep();
        assertThat(stage.one(owed)).isEqualTo(before);
        assertThat(stage.column(clocks)).isEqualTo(running);
    }

    @Test
    void aPolicyThatLeavesNoTimeForItSwitchesItOff() {
        stage.execute(
                """
                INSERT INTO policy (id, brand_id, revision, number, position, name, enabled, made_at,
                  made_by) VALUES (1, 1, 1, 1, 0, 'Everything', TRUE, '2026-11-01', 13)
                """);
        assertThat(ask(ANNA, SORRY, 0)).isInstanceOf(Looking.Refused.class);
        stage.execute("INSERT INTO policy_target VALUES (1, 'SECOND_LOOK', 240, FALSE)");
        assertThat(ask(ANNA, SORRY, 0))
                .isInstanceOfSatisfying(
                        Looking.Asked.class,
                        asked ->
                                assertThat(asked.dueAt())
                                        .isEqualTo(time.now().plus(Duration.ofMinutes(4))));
    }

    @Test
    void aCaseThatIsClosedPassedOnOrAnsweredCallsItOff() {
        ask(SORRY);
        cases.dismiss(id, version(), ANNA, DismissalReason.SPAM, "");
        assertThat(looks.findWaiting(9)).isEmpty();
        watch.sweep();
        watch.sweep();
        assertThat(why()).containsExactly("CLOSED");

        id = stage.complaint("bob");
        cases.claim(id, version(), ANNA);
        ask(SORRY);
        handovers.offer(id, version(), ANNA, BEN.memberId(), "Knows the shop.");
        watch.sweep();
        assertThat(why()).isEmpty();
        handovers.accept(id, version(), BEN);
        watch.sweep();
        assertThat(why()).containsExactly("PASSED_ON");

        id = stage.complaint("cat");
        cases.claim(id, version(), ANNA);
        ask(SORRY);
        replies.acknowledge(id, version(), ANNA, new ReplyDraft("Seen.", "", time.now()));
        watch.sweep();
        assertThat(why()).isEmpty();
        replies.answer(id, version(), ANNA, new ReplyDraft("Sorry.", "", time.now()));
        watch.sweep();
        assertThat(why()).containsExactly("ANSWERED");
    }

    @Test
    void thatItIsCalledOffIsNoNewsToOpenPages() {
        ask(SORRY);
        cases.dismiss(id, version(), ANNA, DismissalReason.SPAM, "");
        var seen = version();
        watch.sweep();
        assertThat(why()).containsExactly("CLOSED");
        assertThat(version()).as("the dismissal was told").isEqualTo(seen);
    }

    @Test
    void aReplyThatIsFoundOnTheNetworkCallsItOffWhenItAnswers() {
        time.pass(Duration.ofMinutes(5));
        var look = ask(SORRY);
        stage.post("native")
                .author("kestrelcares")
                .inReplyTo("post of ann")
                .network("letters")
                .published(time.now().minus(Duration.ofMinutes(1)))
                .text("We will send you a new one today.")
                .foundReply();
        stage.execute("UPDATE post SET network = 'letters'");
        time.pass(Duration.ofSeconds(1));
        found.sweep();
        watch.sweep();
        assertThat(why()).containsExactly("ANSWERED");
        refused(approve(look, BEN, SORRY), "This second look is over");
        assertThat(letters.sent).isEmpty();
    }

    @Test
    void oneThatCannotBeEndedHoldsUpNoneOfTheOthers() {
        ask(SORRY);
        var broken = id;
        id = stage.complaint("bob");
        cases.claim(id, version(), ANNA);
        ask(SORRY);
        stage.execute(
                "UPDATE second_look SET kind = 'NONSENSE', due_at = due_at - INTERVAL 1 MINUTE"
                        + " WHERE case_id = "
                        + broken);
        time.pass(Duration.ofMinutes(15));
        watch.sweep();
        assertThat(state()).isEqualTo("LAPSED");
        assertThat(stage.one("SELECT state FROM second_look WHERE case_id = " + broken))
                .isEqualTo("OPEN");
    }

    @Test
    void nobodyApprovesWhatChangedUnderTheirEyes() {
        var look = ask(SORRY);
        var seen = version();
        stage.post("more").author("ann").inReplyTo("post of ann").mention();
        stage.execute("UPDATE cases SET version = version + 1 WHERE id = " + id);
        assertThat(looks.approve(id, seen, look, BEN, SORRY, Map.of()))
                .isInstanceOfSatisfying(
                        Approving.Sent.class,
                        sent ->
                                assertThat(((Dispatch.Refused) sent.dispatch()).outcome())
                                        .isInstanceOf(Outcome.Stale.class));
        assertThat(state()).isEqualTo("OPEN");
        assertThatThrownBy(() -> looks.approve(id + 1, seen, look, BEN, SORRY, Map.of()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatTheNetworkRefusedStaysApproved() {
        letters.answers(_ -> new Sent.Refused(new Refusal.Denied("Closed to replies.")));
        assertThat(approve(ask(SORRY), BEN, SORRY))
                .isInstanceOfSatisfying(
                        Approving.Sent.class,
                        sent -> assertThat(sent.dispatch()).isInstanceOf(Dispatch.Failed.class));
        assertThat(state()).isEqualTo("APPROVED");
    }

    @Test
    void itsWordsAreForgottenOnceTheCaseWasClosedForLong() {
        ask(SORRY);
        cases.dismiss(id, version(), ANNA, DismissalReason.SPAM, "");
        watch.sweep();
        time.pass(Drafts.KEPT_AFTER_CLOSING);
        drafts.forget();
        assertThat(stage.one("SELECT words FROM second_look")).isEqualTo(SORRY);
        time.pass(Duration.ofSeconds(1));
        drafts.forget();
        assertThat(stage.one("SELECT CONCAT(words, asked_words) FROM second_look")).isEmpty();
    }

    private long ask(String text) {
        assertThat(ask(ANNA, text, 0)).isInstanceOf(Looking.Asked.class);
        return Long.parseLong(stage.one("SELECT MAX(id) FROM second_look"));
    }

    private Looking ask(Actor actor, String text, long colleague) {
        return requests.ask(id, version(), actor, kind(), text, Map.of(), colleague);
    }

    private Approving approve(long look, Actor actor, String text) {
        return looks.approve(id, version(), look, actor, text, Map.of());
    }

    private Looking sendBack(long look, Actor actor, String note) {
        return looks.sendBack(id, version(), look, actor, SORRY, note);
    }

    private Dispatch post(String text) {
        return answering.post(id, version(), ANNA, kind(), text, Map.of());
    }

    private long version() {
        return stage.version(id);
    }

    private String state() {
        return stage.one("SELECT state FROM second_look WHERE case_id = " + id);
    }

    private String draft() {
        return drafts.find(id, ANNA.memberId()).getFirst().text();
    }

    private List<String> why() {
        return stage.column(
                "SELECT JSON_VALUE(data, '$.why') FROM event_log WHERE type = 'SecondLookCalledOff'"
                        + " AND case_id = "
                        + id);
    }

    private static ReplyKind kind() {
        return ReplyKind.ANSWER;
    }

    private static Approving posted() {
        return new Approving.Sent(new Dispatch.Posted());
    }

    private static void refused(Approving came, String words) {
        assertThat(came)
                .isInstanceOfSatisfying(
                        Approving.Sent.class,
                        sent ->
                                assertThat(sent.dispatch())
                                        .isInstanceOfSatisfying(
                                                Dispatch.Refused.class,
                                                it ->
                                                        assertThat(it.outcome().inWords())
                                                                .contains(words)));
    }
}
