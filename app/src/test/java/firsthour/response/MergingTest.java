package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.Breaches;
import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.response.TimelineEntry.WeReplied;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.CaseState;
import firsthour.triage.CaseViews;
import firsthour.triage.Cases;
import firsthour.triage.Handovers;
import firsthour.triage.MergeChoice;
import firsthour.triage.Mergers;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.Outcome;
import firsthour.triage.Outcome.Done;
import firsthour.triage.Outcome.NotPossible;
import firsthour.triage.Queue;
import firsthour.triage.QueueFilter;
import firsthour.triage.QueueRow;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class MergingTest {
    private final Merging merging;
    private final Mergers mergers;
    private final Replies replies;
    private final Promises promises;
    private final Drafts drafts;
    private final FoundReplyLinking linking;
    private final Timeline timeline;
    private final CaseViews views;
    private final Cases cases;
    private final Handovers handovers;
    private final Waiting waiting;
    private final Queue queue;
    private final Clocks clocks;
    private final Breaches breaches;
    private final Stage stage;
    private final ControlledTime time;

    /// Ann's complaint, and her review of ten minutes later: a review speaks for itself.
    private long older;

    private long newer;

    MergingTest(
            Merging merging,
            Mergers mergers,
            Replies replies,
            Promises promises,
            Drafts drafts,
            FoundReplyLinking linking,
            Timeline timeline,
            CaseViews views,
            Cases cases,
            Handovers handovers,
            Waiting waiting,
            Queue queue,
            Clocks clocks,
            Breaches breaches,
            Stage stage,
            ControlledTime time) {
        this.merging = merging;
        this.mergers = mergers;
        this.replies = replies;
        this.promises = promises;
        this.drafts = drafts;
        this.linking = linking;
        this.timeline = timeline;
        this.views = views;
        this.cases = cases;
        this.handovers = handovers;
        this.waiting = waiting;
        this.queue = queue;
        this.clocks = clocks;
        this.breaches = breaches;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasBothCasesOfAnn() {
        stage.reset();
        older = stage.complaint("ann");
        time.pass(Duration.ofMinutes(10));
        newer = review("ann");
        cases.claim(older, 0, ANNA);
        cases.claim(newer, 0, ANNA);
    }

    @Test
    void theOlderCaseTakesThePostsOfTheOtherWhoseClocksStop() {
        var due = stage.one("SELECT due_at FROM cases WHERE id = " + older);
        assertThat(merge(ANNA)).isInstanceOf(Done.class);
        assertThat(state(newer)).isEqualTo(CaseState.MERGED);
        assertThat(stage.one("SELECT merged_into_id FROM cases WHERE id = " + newer))
                .isEqualTo(String.valueOf(older));
        assertThat(posts(older)).isEqualTo("2");
        assertThat(posts(newer)).isEqualTo("0");
        assertThat(states(newer)).containsOnly(ClockState.CANCELLED);
        assertThat(states(older)).containsOnly(ClockState.RUNNING);
        assertThat(stage.one("SELECT due_at FROM cases WHERE id = " + older)).isEqualTo(due);
        assertThat(stage.events(older)).contains("CaseTookIn");
        assertThat(stage.events(newer)).contains("CaseMerged", "ClockCancelled");
    }

    @Test
    void aMergedCaseNeverEscalatesAndStandsInNoList() {
        merge(ANNA);
        time.pass(Duration.ofDays(2));
        breaches.sweep();
        assertThat(stage.events(newer, "ClockBreached")).isZero();
        assertThat(stage.events(older, "ClockBreached")).isEqualTo(2);
        assertThat(listed(false)).containsExactly(older);
        assertThat(listed(true)).isEmpty();
    }

    @Test
    void oneWhoMayNotWorkOnBothMergesNeither() {
        assertThat(merge(VERA)).isInstanceOf(NotPossible.class);
        assertThat(merge(BEN)).isEqualTo(new Outcome.TakenBy("Anna"));
        cases.release(newer, stage.version(newer), ANNA);
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
        stage.execute("INSERT INTO team_member VALUES (7, 12)");
        stage.execute("UPDATE cases SET team_id = 7 WHERE id = " + newer);
        assertThat(advice(merge(ANNA))).contains("This case is for Delivery");
        assertThat(posts(older)).isEqualTo("1");
        assertThat(merge(MIRA)).isInstanceOf(Done.class);
    }

    @Test
    void whatSomebodySawBeforeTheCaseChangedIsStale() {
        var pair = pair(OptionalLong.empty());
        replies.acknowledge(older, stage.version(older), ANNA, said("We look into it."));
        assertThat(merging.merge(pair, ANNA)).isInstanceOf(Outcome.Stale.class);
        assertThat(posts(older)).isEqualTo("1");
    }

    @Test
    void customersOfWhomOneHasHeardFromUsAreNotMerged() {
        var bob = stage.complaint("bob");
        cases.claim(bob, 0, ANNA);
        replies.acknowledge(bob, stage.version(bob), ANNA, said("We look into it."));
        assertThat(advice(merge(older, bob, ANNA))).contains("Group them under one cause");
        assertThat(advice(merge(bob, older, ANNA))).contains("Group them under one cause");
        assertThat(posts(older)).isEqualTo("1");
    }

    @Test
    void customersToWhomNothingWasSaidYetMayBeTheSame() {
        var bob = stage.complaint("bob");
        assertThat(merge(older, bob, ANNA)).isInstanceOf(Done.class);
        assertThat(state(bob)).isEqualTo(CaseState.MERGED);
    }

    @Test
    void theCaseThatIsDueSoonerStays() {
        assertThat(advice(merging.merge(pair(OptionalLong.of(newer)), ANNA)))
                .isEqualTo(
                        "Case %d is due sooner. Keep that one, so that its deadline stays."
                                .formatted(older));
        replies.acknowledge(older, stage.version(older), ANNA, said("We look into it."));
        replies.acknowledge(newer, stage.version(newer), ANNA, said("We look into it."));
        assertThat(merging.merge(pair(OptionalLong.of(newer)), ANNA)).isInstanceOf(Done.class);
        assertThat(state(older)).isEqualTo(CaseState.MERGED);
    }

    @Test
    void whatWasSaidToTheSameCustomerCountsOnTheCaseThatStays() {
        time.pass(Duration.ofMinutes(5));
        replies.answer(newer, stage.version(newer), ANNA, said("A new one is on its way."));
        var answered = time.now();
        time.pass(Duration.ofMinutes(5));
        merge(ANNA);
        assertThat(states(older)).containsOnly(ClockState.MET);
        assertThat(cases.find(older).orElseThrow().answeredAt()).contains(answered);
        assertThat(replies.findByCase(older)).hasSize(1);
    }

    @Test
    void whatWasSaidBeforeTheCustomerWroteTheOtherPostAnswersNothingThere() {
        time.pass(Duration.ofMinutes(1));
        replies.answer(older, stage.version(older), ANNA, said("A new one is on its way."));
        time.pass(Duration.ofMinutes(30));
        var last = review("ann");
        cases.claim(last, 0, ANNA);
        assertThat(
                        merging.merge(
                                new Pair(
                                        older,
                                        stage.version(older),
                                        last,
                                        OptionalLong.empty(),
                                        OptionalLong.of(last)),
                                ANNA))
                .isInstanceOf(Done.class);
        assertThat(states(last)).containsOnly(ClockState.RUNNING);
        assertThat(cases.find(last).orElseThrow().acknowledgedAt()).isEmpty();
        assertThat(timeline.of(views.find(last).orElseThrow()))
                .as("it is read there all the same")
                .hasAtLeastOneElementOfType(WeReplied.class);
    }

    @Test
    void wordsOfAnEarlierEpisodeAnswerNothing() {
        replies.answer(newer, stage.version(newer), ANNA, said("A new one is on its way."));
        cases.resolve(newer, stage.version(newer), ANNA);
        time.pass(Duration.ofMinutes(5));
        cases.reopen(newer, stage.version(newer), ANNA);
        merge(ANNA);
        assertThat(states(older)).containsOnly(ClockState.RUNNING);
        assertThat(cases.find(older).orElseThrow().acknowledgedAt()).isEmpty();
    }

    @Test
    void aPostAfterOurLastWordWaitsForTheNextReply() {
        replies.answer(older, stage.version(older), ANNA, said("A new one is on its way."));
        time.pass(Duration.ofMinutes(5));
        var last = review("ann");
        merge(older, last, ANNA);
        assertThat(states(older))
                .containsExactly(ClockState.MET, ClockState.MET, ClockState.RUNNING);
        splitBack(older, last, ANNA);
        assertThat(states(older))
                .containsExactly(ClockState.MET, ClockState.MET, ClockState.CANCELLED);
        assertThat(cases.find(older).orElseThrow().dueAt()).isEmpty();
    }

    @Test
    void aCaseThatNobodyHasIsKeptByWhoeverHadTheOther() {
        cases.release(older, stage.version(older), ANNA);
        merge(ANNA);
        assertThat(assignee(older)).isEqualTo("11");
        splitBack(older, newer, ANNA);
        assertThat(assignee(older)).isEqualTo("-");
        assertThat(assignee(newer)).isEqualTo("11");
    }

    @Test
    void casesThatNobodyHasAreClaimedFirst() {
        cases.release(older, stage.version(older), ANNA);
        cases.release(newer, stage.version(newer), ANNA);
        assertThat(advice(merge(ANNA))).contains("Claim one of them first");
    }

    @Test
    void anOfferIsTakenBackAndAQuestionGoesAlong() {
        handovers.offer(newer, stage.version(newer), ANNA, BEN.memberId(), "Yours?");
        handovers.ask(newer, stage.version(newer), ANNA, MIRA.memberId(), "Who knows?");
        merge(ANNA);
        assertThat(stage.events(newer)).contains("HandoverTakenBack");
        assertThat(handovers.find(newer).standing()).isEmpty();
        assertThat(handovers.find(older).help()).hasSize(1);
        splitBack(older, newer, ANNA);
        assertThat(handovers.find(newer).help()).hasSize(1);
        assertThat(handovers.find(older).help()).isEmpty();
    }

    @Test
    void aHelpersAnswerOnTheMergedCaseReachesTheOther() {
        handovers.ask(newer, stage.version(newer), ANNA, MIRA.memberId(), "Who knows?");
        var question = handovers.find(newer).help().getFirst().id();
        merge(ANNA);
        assertThat(handovers.help(newer, question, MIRA, "Ben does."))
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.changed().id()).isEqualTo(older));
        assertThat(handovers.find(older).help().getFirst().answer()).contains("Ben does.");
        assertThat(stage.events(older)).endsWith("HelpGiven");
    }

    @Test
    void casesToMergeWithAreFoundWithoutReadingTheWholeQueue() {
        stage.openCases(6000);
        stage.execute("UPDATE cases SET assignee_id = 12 ORDER BY id DESC LIMIT 1000");
        stage.column("ANALYZE TABLE cases");
        assertThat(mergers.findChoices(newer, ANNA))
                .extracting(MergeChoice::id)
                .as("her other case comes first, the last ones are Ben's")
                .containsExactly(older);
        assertThat(mergers.findChoices(newer, MIRA)).hasSize(30);
        assertThat(stage.rowsRead(() -> mergers.findChoices(newer, MIRA))).isLessThan(4000);
    }

    @Test
    void whileAReplyIsOnItsWayNothingIsMerged() {
        stage.execute(
                """
                INSERT INTO outgoing_reply (case_id, post_id, kind, text, idempotency_key,
                  member_id, state, next_attempt_at, created_at)
                SELECT %d, MIN(id), 'ANSWER', 'Sorry.', 'k', 11, 'PENDING', '2026-11-16',
                  '2026-11-16' FROM post
                """
                        .formatted(newer));
        assertThat(advice(merge(ANNA))).contains("Wait until it is sent");
        stage.execute("UPDATE outgoing_reply SET state = 'DROPPED'");
        assertThat(merge(ANNA)).isInstanceOf(Done.class);
    }

    @Test
    void aReplyThatWasPostedFromHereAndIsFoundLaterIsOneReply() {
        replies.answer(newer, stage.version(newer), ANNA, said("We will send a new one today."));
        stage.execute(
                """
                INSERT INTO outgoing_reply (case_id, post_id, kind, text, idempotency_key,
                  member_id, state, external_id, reply_id, next_attempt_at, created_at)
                SELECT %d, (SELECT MIN(id) FROM post), 'ANSWER', text, 'k', 11, 'SENT', 'ours', id,
                  '2026-11-16', '2026-11-16' FROM reply
                """
                        .formatted(newer));
        merge(ANNA);
        stage.post("ours")
                .author("kestrelcares")
                .text("We will send a new one today.")
                .inReplyTo("review of ann 1")
                .foundReply();
        linking.sweep();
        assertThat(stage.one("SELECT COUNT(*) FROM reply")).isEqualTo("1");
    }

    @Test
    void aReplyBelowAPostThatWasMovedIsFoundOnTheCaseThatStays() {
        merge(ANNA);
        stage.post("ours")
                .author("kestrelcares")
                .text("We will send a new one today.")
                .inReplyTo("review of ann 1")
                .foundReply();
        linking.sweep();
        assertThat(replies.findByCase(older)).hasSize(1);
        assertThat(states(newer)).containsOnly(ClockState.CANCELLED);
    }

    @Test
    void promisesGoAlongAndStayWithWhoMadeThem() {
        promises.make(newer, ANNA, "A new grinder", time.now().plus(Duration.ofDays(2)));
        merge(ANNA);
        assertThat(promises.findByCase(older)).extracting(Promise::madeBy).containsExactly("Anna");
        assertThat(promises.make(newer, ANNA, "Another", time.now().plus(Duration.ofDays(2))))
                .as("nothing more is promised on a case that is another one by now")
                .isInstanceOf(Promising.Refused.class);
        splitBack(older, newer, ANNA);
        assertThat(promises.findByCase(newer)).hasSize(1);
        assertThat(promises.findByCase(older)).isEmpty();
    }

    @Test
    void whatColleaguesWereWritingIsKept() {
        drafts.save(older, ANNA, ReplyKind.ANSWER, "Dear Ann", 0);
        drafts.save(newer, ANNA, ReplyKind.ANSWER, "Sorry, Ann", 0);
        drafts.save(newer, BEN, ReplyKind.ANSWER, "Ben here", 0);
        merge(ANNA);
        assertThat(draft(older, ANNA)).isEqualTo("Dear Ann\n\nSorry, Ann");
        assertThat(draft(older, BEN)).isEqualTo("Ben here");
        splitBack(older, newer, ANNA);
        assertThat(draft(older, ANNA)).isEqualTo("Dear Ann");
        assertThat(draft(older, BEN)).isEqualTo("-");
        assertThat(draft(newer, ANNA)).isEqualTo("Sorry, Ann");
    }

    @Test
    void whatIsWrittenBelowAMergedCaseOrByItsCustomerJoinsTheOther() {
        var bob = stage.complaint("bob");
        merge(older, bob, ANNA);
        var below = stage.post("below").author("cid").inReplyTo("post of bob").mention();
        var again = stage.post("again").author("bob").mention();
        for (var mention : List.of(below, again)) {
            stage.score(mention, "NEGATIVE", .9, .05, null);
        }
        stage.triage();
        assertThat(stage.caseOf(below)).isEqualTo(older);
        assertThat(stage.caseOf(again)).isEqualTo(older);
    }

    @Test
    void splittingBackMakesItACaseAsIfItHadNeverBeenMerged() {
        var due = stage.column("SELECT due_at FROM clock WHERE case_id = " + newer);
        var priority = stage.one("SELECT priority FROM cases WHERE id = " + older);
        assertThat(Integer.parseInt(stage.one("SELECT priority FROM cases WHERE id = " + newer)))
                .isGreaterThan(Integer.parseInt(priority));
        merge(ANNA);
        assertThat(stage.one("SELECT priority FROM cases WHERE id = " + older))
                .isNotEqualTo(priority);
        time.pass(Duration.ofSeconds(8));
        assertThat(splitBack(older, newer, ANNA)).isInstanceOf(Done.class);
        assertThat(state(newer)).isEqualTo(CaseState.OPEN);
        assertThat(posts(newer)).isEqualTo("1");
        assertThat(posts(older)).isEqualTo("1");
        assertThat(states(newer)).containsOnly(ClockState.RUNNING);
        assertThat(stage.column("SELECT due_at FROM clock WHERE case_id = " + newer))
                .isEqualTo(due);
        assertThat(cases.find(newer).orElseThrow().dueAt()).isPresent();
        assertThat(stage.one("SELECT priority FROM cases WHERE id = " + older)).isEqualTo(priority);
        assertThat(stage.events(newer)).contains("CaseSplitBack");
        assertThat(stage.events(older)).contains("CaseGaveBack");
    }

    @Test
    void whatOnlyTheOthersWordsHadMetIsOwedAgain() {
        replies.answer(newer, stage.version(newer), ANNA, said("A new one is on its way."));
        merge(ANNA);
        assertThat(states(older)).containsOnly(ClockState.MET);
        splitBack(older, newer, ANNA);
        assertThat(states(older)).containsOnly(ClockState.RUNNING);
        assertThat(cases.find(older).orElseThrow().answeredAt()).isEmpty();
        assertThat(cases.find(older).orElseThrow().dueAt()).isPresent();
        assertThat(states(newer)).containsOnly(ClockState.MET);
        assertThat(replies.findByCase(newer)).hasSize(1);
    }

    @Test
    void ourOwnWordsStayWhenTheOthersGo() {
        replies.acknowledge(older, stage.version(older), ANNA, said("We look into it."));
        var acknowledged = time.now();
        time.pass(Duration.ofMinutes(5));
        replies.answer(newer, stage.version(newer), ANNA, said("A new one is on its way."));
        merge(ANNA);
        splitBack(older, newer, ANNA);
        assertThat(states(older)).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(cases.find(older).orElseThrow().acknowledgedAt()).contains(acknowledged);
    }

    @Test
    void aCaseThatWaitedForItsCustomerWaitsAgain() {
        replies.acknowledge(newer, stage.version(newer), ANNA, said("Which shop was it?"));
        waiting.begin(newer, stage.version(newer), ANNA);
        time.pass(Duration.ofHours(1));
        merge(ANNA);
        time.pass(Duration.ofHours(2));
        splitBack(older, newer, ANNA);
        assertThat(states(newer)).containsExactly(ClockState.MET, ClockState.PAUSED);
        time.pass(Duration.ofHours(1));
        waiting.end(newer, stage.version(newer), ANNA);
        var answer = clocks.findByCase(newer).getLast();
        assertThat(answer.deadline().dueAt())
                .as("four hours were not counted")
                .isEqualTo(answer.deadline().startedAt().plus(Duration.ofHours(28)));
    }

    @Test
    void whatIsOwedAgainStandsStillWhileTheCustomerIsWaitedFor() {
        replies.acknowledge(older, stage.version(older), ANNA, said("Which shop was it?"));
        time.pass(Duration.ofMinutes(1));
        waiting.begin(older, stage.version(older), ANNA);
        time.pass(Duration.ofHours(1));
        replies.answer(newer, stage.version(newer), ANNA, said("A new one is on its way."));
        merge(ANNA);
        assertThat(states(older)).containsExactly(ClockState.MET, ClockState.MET);
        time.pass(Duration.ofHours(1));
        splitBack(older, newer, ANNA);
        assertThat(states(older)).containsExactly(ClockState.MET, ClockState.PAUSED);
        time.pass(Duration.ofHours(1));
        waiting.end(older, stage.version(older), ANNA);
        var answer = clocks.findByCase(older).getLast();
        assertThat(answer.deadline().dueAt())
                .as("three hours were not counted")
                .isEqualTo(answer.deadline().startedAt().plus(Duration.ofHours(27)));
    }

    @Test
    void whatWasAnsweredBeforeWeBeganToWaitStandsStillAsWell() {
        replies.acknowledge(older, stage.version(older), ANNA, said("Which shop was it?"));
        replies.answer(newer, stage.version(newer), ANNA, said("A new one is on its way."));
        time.pass(Duration.ofMinutes(1));
        waiting.begin(older, stage.version(older), ANNA);
        merge(ANNA);
        splitBack(older, newer, ANNA);
        assertThat(states(older)).containsExactly(ClockState.MET, ClockState.PAUSED);
    }

    /// The other's post ended the waiting, and goes again.
    @Test
    void aCaseWhoseCustomerHadComeBackByTheOtherOneWaitsAgain() {
        replies.acknowledge(older, stage.version(older), ANNA, said("Which shop was it?"));
        time.pass(Duration.ofMinutes(1));
        waiting.begin(older, stage.version(older), ANNA);
        time.pass(Duration.ofHours(1));
        var last = review("ann");
        cases.claim(last, 0, ANNA);
        time.pass(Duration.ofMinutes(1));
        replies.answer(last, stage.version(last), ANNA, said("A new one is on its way."));
        merge(older, last, ANNA);
        assertThat(cases.find(older).orElseThrow().waitingSince()).isEmpty();
        splitBack(older, last, ANNA);
        assertThat(cases.find(older).orElseThrow().waitingSince()).isPresent();
        assertThat(states(older)).startsWith(ClockState.MET, ClockState.PAUSED);
    }

    @Test
    void whatCameAlongIsSplitBackAfterWhatItCameWith() {
        var last = review("ann");
        merge(newer, last, ANNA);
        merge(older, newer, ANNA);
        assertThat(posts(older)).isEqualTo("3");
        assertThat(advice(splitBack(older, last, ANNA)))
                .isEqualTo(
                        "Case %d came along with case %d. Split that one back first."
                                .formatted(last, newer));
        splitBack(older, newer, ANNA);
        assertThat(posts(newer)).isEqualTo("2");
        splitBack(newer, last, ANNA);
        assertThat(posts(last)).isEqualTo("1");
    }

    @Test
    void whatIsFoundBelowAPostMeanwhileGoesBackWithIt() {
        merge(ANNA);
        time.pass(Duration.ofMinutes(30));
        stage.post("ours")
                .author("kestrelcares")
                .inReplyTo("review of ann 1")
                .text("We will send a new one tomorrow morning.")
                .foundReply();
        linking.sweep();
        assertThat(replies.findByCase(older)).hasSize(1);
        assertThat(states(older)).containsOnly(ClockState.MET);
        splitBack(older, newer, ANNA);
        assertThat(replies.findByCase(older)).isEmpty();
        assertThat(replies.findByCase(newer)).hasSize(1);
        assertThat(states(older)).containsOnly(ClockState.RUNNING);
        assertThat(states(newer)).containsOnly(ClockState.MET);
    }

    @Test
    @Timeout(60)
    void aPromiseThatWaitsForAMergerIsRefusedWithTheCaseToGoOnWith() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var making = new AtomicReference<Future<Promising>>();
            stage.inTransaction(() -> {
                merge(ANNA);
                making.set(
                        hands.submit(() ->
                                promises.make(
                                        newer,
                                        ANNA,
                                        "A call on Friday",
                                        time.now().plus(Duration.ofDays(4)))));
                // It waits for the case, which is another one by now.
                stage.untilSomebodyWaits();
            });
            assertThat(making.get().get())
                    .isInstanceOfSatisfying(
                            Promising.Refused.class,
                            refused -> assertThat(refused.why().inWords()).contains("Go on there"));
        }
        assertThat(stage.one("SELECT COUNT(*) FROM promise")).isEqualTo("0");
    }

    @Test
    void whatIsTypedOnWhereACaseWasMergedIsNotKeptWhereNobodyLooks() {
        drafts.save(newer, ANNA, ReplyKind.ANSWER, "Sorry, Ann.", 0);
        merge(ANNA);
        assertThat(drafts.save(newer, ANNA, ReplyKind.ANSWER, "Sorry, Ann. It is late.", 1))
                .isInstanceOfSatisfying(
                        Saving.NotPossible.class,
                        refused -> assertThat(refused.advice()).contains("go on there"));
        assertThat(draft(older, ANNA)).isEqualTo("Sorry, Ann.");
    }

    @Test
    void theCauseOfTheOtherGoesAlongAndBack() {
        stage.execute(
                "INSERT INTO cause (id, brand_id, title, opened_at)"
                        + " VALUES (7, 1, 'A strike', '2026-11-16')");
        stage.execute("UPDATE cases SET cause_id = 7 WHERE id = " + newer);
        merge(ANNA);
        assertThat(stage.one("SELECT cause_id FROM cases WHERE id = " + older)).isEqualTo("7");
        splitBack(older, newer, ANNA);
        assertThat(stage.one("SELECT cause_id FROM cases WHERE id = " + older)).isEqualTo("-");
        assertThat(stage.one("SELECT cause_id FROM cases WHERE id = " + newer)).isEqualTo("7");
    }

    @Test
    void aMergedCaseIsNeitherReopenedNorWorkedOn() {
        merge(ANNA);
        var gone = "Case %d was merged into case %d. Go on there.".formatted(newer, older);
        assertThat(advice(cases.reopen(newer, stage.version(newer), ANNA))).isEqualTo(gone);
        assertThat(advice(cases.resolve(newer, stage.version(newer), ANNA))).isEqualTo(gone);
        assertThat(advice(cases.undoClosing(newer, stage.version(newer), ANNA))).isEqualTo(gone);
        assertThat(replies.answer(newer, stage.version(newer), ANNA, said("Sorry.")))
                .isInstanceOf(Recording.Refused.class);
    }

    private long review(String author) {
        var number = Integer.parseInt(stage.one("SELECT COUNT(*) FROM post"));
        var mention =
                stage.post("review of %s %d".formatted(author, number))
                        .author(author)
                        .rating(1)
                        .mention();
        stage.score(mention, "NEGATIVE", .95, .01, null);
        stage.triage();
        return stage.caseOf(mention);
    }

    private Pair pair(OptionalLong keep) {
        return new Pair(
                newer, stage.version(newer), older, OptionalLong.of(stage.version(older)), keep);
    }

    private Outcome merge(Actor actor) {
        return merging.merge(pair(OptionalLong.empty()), actor);
    }

    private Outcome merge(long into, long from, Actor actor) {
        return merging.merge(
                new Pair(
                        into,
                        stage.version(into),
                        from,
                        OptionalLong.of(stage.version(from)),
                        OptionalLong.of(into)),
                actor);
    }

    private Outcome splitBack(long from, long merged, Actor actor) {
        return merging.splitBack(from, stage.version(from), merged, actor);
    }

    private CaseState state(long id) {
        return cases.find(id).orElseThrow().state();
    }

    private List<ClockState> states(long id) {
        return clocks.findByCase(id).stream().map(CaseClock::state).toList();
    }

    private List<Long> listed(boolean closed) {
        var all = QueueFilter.all(ANNA.memberId());
        var filter =
                new QueueFilter(
                        all.brandId(),
                        all.whose(),
                        all.readerId(),
                        all.soon(),
                        all.kind(),
                        all.text(),
                        closed);
        return queue.find(filter, Optional.empty()).rows().stream().map(QueueRow::id).toList();
    }

    private String posts(long id) {
        return stage.one("SELECT COUNT(*) FROM mention WHERE case_id = " + id);
    }

    private String assignee(long id) {
        return stage.one("SELECT assignee_id FROM cases WHERE id = " + id);
    }

    private String draft(long id, Actor writer) {
        return drafts.find(id, writer.memberId()).stream().map(Draft::text).findFirst().orElse("-");
    }

    private ReplyDraft said(String words) {
        return new ReplyDraft(words, "", time.now());
    }

    private static String advice(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NotPossible.class);
        return outcome.inWords();
    }
}
