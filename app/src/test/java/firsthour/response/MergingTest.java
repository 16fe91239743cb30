package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.MIRA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.Breaches;
import firsthour.clocks.ClockState;
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
    private final TwoCases two;
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
    private final Queue queue;
    private final Breaches breaches;
    private final Stage stage;
    private final ControlledTime time;

    MergingTest(
            TwoCases two,
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
            Queue queue,
            Breaches breaches,
            Stage stage,
            ControlledTime time) {
        this.two = two;
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
        this.queue = queue;
        this.breaches = breaches;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasBothCasesOfAnn() {
        two.reset();
    }

    @Test
    void theOlderCaseTakesThePostsOfTheOtherWhoseClocksStop() {
        var due = stage.one("SELECT due_at FROM cases WHERE id = " + two.older());
        assertThat(two.merge(ANNA)).isInstanceOf(Done.class);
        assertThat(two.state(two.newer())).isEqualTo(CaseState.MERGED);
        assertThat(stage.one("SELECT merged_into_id FROM cases WHERE id = " + two.newer()))
                .isEqualTo(String.valueOf(two.older()));
        assertThat(two.posts(two.older())).isEqualTo("2");
        assertThat(two.posts(two.newer())).isEqualTo("0");
        assertThat(two.states(two.newer())).containsOnly(ClockState.CANCELLED);
        assertThat(two.states(two.older())).containsOnly(ClockState.RUNNING);
        assertThat(stage.one("SELECT due_at FROM cases WHERE id = " + two.older())).isEqualTo(due);
        assertThat(stage.events(two.older())).contains("CaseTookIn");
        assertThat(stage.events(two.newer())).contains("CaseMerged", "ClockCancelled");
    }

    @Test
    void aMergedCaseNeverEscalatesAndStandsInNoList() {
        two.merge(ANNA);
        time.pass(Duration.ofDays(2));
        breaches.sweep();
        assertThat(stage.events(two.newer(), "ClockBreached")).isZero();
        assertThat(stage.events(two.older(), "ClockBreached")).isEqualTo(2);
        assertThat(listed(false)).containsExactly(two.older());
        assertThat(listed(true)).isEmpty();
    }

    @Test
    void oneWhoMayNotWorkOnBothMergesNeither() {
        assertThat(two.merge(VERA)).isInstanceOf(NotPossible.class);
        assertThat(two.merge(BEN)).isEqualTo(new Outcome.TakenBy("Anna"));
        cases.release(two.newer(), stage.version(two.newer()), ANNA);
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
        stage.execute("INSERT INTO team_member VALUES (7, 12)");
        stage.execute("UPDATE cases SET team_id = 7 WHERE id = " + two.newer());
        assertThat(TwoCases.advice(two.merge(ANNA))).contains("This case is for Delivery");
        assertThat(two.posts(two.older())).isEqualTo("1");
        assertThat(two.merge(MIRA)).isInstanceOf(Done.class);
    }

    @Test
    void whatSomebodySawBeforeTheCaseChangedIsStale() {
        var pair = two.pair(OptionalLong.empty());
        replies.acknowledge(
                two.older(), stage.version(two.older()), ANNA, two.said("We look into it."));
        assertThat(merging.merge(pair, ANNA)).isInstanceOf(Outcome.Stale.class);
        assertThat(two.posts(two.older())).isEqualTo("1");
    }

    @Test
    void customersOfWhomOneHasHeardFromUsAreNotMerged() {
        var bob = stage.complaint("bob");
        cases.claim(bob, 0, ANNA);
        replies.acknowledge(bob, stage.version(bob), ANNA, two.said("We look into it."));
        assertThat(TwoCases.advice(two.merge(two.older(), bob, ANNA)))
                .contains("Group them under one cause");
        assertThat(TwoCases.advice(two.merge(bob, two.older(), ANNA)))
                .contains("Group them under one cause");
        assertThat(two.posts(two.older())).isEqualTo("1");
    }

    @Test
    void customersToWhomNothingWasSaidYetMayBeTheSame() {
        var bob = stage.complaint("bob");
        assertThat(two.merge(two.older(), bob, ANNA)).isInstanceOf(Done.class);
        assertThat(two.state(bob)).isEqualTo(CaseState.MERGED);
    }

    @Test
    void theCaseThatIsDueSoonerStays() {
        assertThat(TwoCases.advice(merging.merge(two.pair(OptionalLong.of(two.newer())), ANNA)))
                .isEqualTo(
                        "Case %d is due sooner. Keep that one, so that its deadline stays."
                                .formatted(two.older()));
        replies.acknowledge(
                two.older(), stage.version(two.older()), ANNA, two.said("We look into it."));
        replies.acknowledge(
                two.newer(), stage.version(two.newer()), ANNA, two.said("We look into it."));
        assertThat(merging.merge(two.pair(OptionalLong.of(two.newer())), ANNA))
                .isInstanceOf(Done.class);
        assertThat(two.state(two.older())).isEqualTo(CaseState.MERGED);
    }

    @Test
    void whatWasSaidToTheSameCustomerCountsOnTheCaseThatStays() {
        time.pass(Duration.ofMinutes(5));
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("A new one is on its way."));
        var answered = time.now();
        time.pass(Duration.ofMinutes(5));
        two.merge(ANNA);
        assertThat(two.states(two.older())).containsOnly(ClockState.MET);
        assertThat(cases.find(two.older()).orElseThrow().answeredAt()).contains(answered);
        assertThat(replies.findByCase(two.older())).hasSize(1);
    }

    @Test
    void whatWasSaidBeforeTheCustomerWroteTheOtherPostAnswersNothingThere() {
        time.pass(Duration.ofMinutes(1));
        replies.answer(
                two.older(),
                stage.version(two.older()),
                ANNA,
                two.said("A new one is on its way."));
        time.pass(Duration.ofMinutes(30));
        var last = two.review("ann");
        cases.claim(last, 0, ANNA);
        assertThat(
                        merging.merge(
                                new Pair(
                                        two.older(),
                                        stage.version(two.older()),
                                        last,
                                        OptionalLong.empty(),
                                        OptionalLong.of(last)),
                                ANNA))
                .isInstanceOf(Done.class);
        assertThat(two.states(last)).containsOnly(ClockState.RUNNING);
        assertThat(cases.find(last).orElseThrow().acknowledgedAt()).isEmpty();
        assertThat(timeline.of(views.find(last).orElseThrow()))
                .as("it is read there all the same")
                .hasAtLeastOneElementOfType(WeReplied.class);
    }

    @Test
    void wordsOfAnEarlierEpisodeAnswerNothing() {
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("A new one is on its way."));
        cases.resolve(two.newer(), stage.version(two.newer()), ANNA);
        time.pass(Duration.ofMinutes(5));
        cases.reopen(two.newer(), stage.version(two.newer()), ANNA);
        two.merge(ANNA);
        assertThat(two.states(two.older())).containsOnly(ClockState.RUNNING);
        assertThat(cases.find(two.older()).orElseThrow().acknowledgedAt()).isEmpty();
    }

    @Test
    void aCaseThatNobodyHasIsKeptByWhoeverHadTheOther() {
        cases.release(two.older(), stage.version(two.older()), ANNA);
        two.merge(ANNA);
        assertThat(assignee(two.older())).isEqualTo("11");
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(assignee(two.older())).isEqualTo("-");
        assertThat(assignee(two.newer())).isEqualTo("11");
    }

    @Test
    void casesThatNobodyHasAreClaimedFirst() {
        cases.release(two.older(), stage.version(two.older()), ANNA);
        cases.release(two.newer(), stage.version(two.newer()), ANNA);
        assertThat(TwoCases.advice(two.merge(ANNA))).contains("Claim one of them first");
    }

    @Test
    void anOfferIsTakenBackAndAQuestionGoesAlong() {
        handovers.offer(two.newer(), stage.version(two.newer()), ANNA, BEN.memberId(), "Yours?");
        handovers.ask(two.newer(), stage.version(two.newer()), ANNA, MIRA.memberId(), "Who knows?");
        two.merge(ANNA);
        assertThat(stage.events(two.newer())).contains("HandoverTakenBack");
        assertThat(handovers.find(two.newer()).standing()).isEmpty();
        assertThat(handovers.find(two.older()).help()).hasSize(1);
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(handovers.find(two.newer()).help()).hasSize(1);
        assertThat(handovers.find(two.older()).help()).isEmpty();
    }

    @Test
    void aHelpersAnswerOnTheMergedCaseReachesTheOther() {
        handovers.ask(two.newer(), stage.version(two.newer()), ANNA, MIRA.memberId(), "Who knows?");
        var question = handovers.find(two.newer()).help().getFirst().id();
        two.merge(ANNA);
        assertThat(handovers.help(two.newer(), question, MIRA, "Ben does."))
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.changed().id()).isEqualTo(two.older()));
        assertThat(handovers.find(two.older()).help().getFirst().answer()).contains("Ben does.");
        assertThat(stage.events(two.older())).endsWith("HelpGiven");
    }

    @Test
    void casesToMergeWithAreFoundWithoutReadingTheWholeQueue() {
        stage.openCases(6000);
        stage.execute("UPDATE cases SET assignee_id = 12 ORDER BY id DESC LIMIT 1000");
        stage.column("ANALYZE TABLE cases");
        assertThat(mergers.findChoices(two.newer(), ANNA))
                .extracting(MergeChoice::id)
                .as("her other case comes first, the last ones are Ben's")
                .containsExactly(two.older());
        assertThat(mergers.findChoices(two.newer(), MIRA)).hasSize(30);
        assertThat(stage.rowsRead(() -> mergers.findChoices(two.newer(), MIRA))).isLessThan(4000);
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
                        .formatted(two.newer()));
        assertThat(TwoCases.advice(two.merge(ANNA))).contains("Wait until it is sent");
        stage.execute("UPDATE outgoing_reply SET state = 'DROPPED'");
        assertThat(two.merge(ANNA)).isInstanceOf(Done.class);
    }

    @Test
    void aReplyThatWasPostedFromHereAndIsFoundLaterIsOneReply() {
        replies.answer(
                two.newer(),
                stage.version(two.newer()),
                ANNA,
                two.said("We will send a new one today."));
        stage.execute(
                """
                INSERT INTO outgoing_reply (case_id, post_id, kind, text, idempotency_key,
                  member_id, state, external_id, reply_id, next_attempt_at, created_at)
                SELECT %d, (SELECT MIN(id) FROM post), 'ANSWER', text, 'k', 11, 'SENT', 'ours', id,
                  '2026-11-16', '2026-11-16' FROM reply
                """
                        .formatted(two.newer()));
        two.merge(ANNA);
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
        two.merge(ANNA);
        stage.post("ours")
                .author("kestrelcares")
                .text("We will send a new one today.")
                .inReplyTo("review of ann 1")
                .foundReply();
        linking.sweep();
        assertThat(replies.findByCase(two.older())).hasSize(1);
        assertThat(two.states(two.newer())).containsOnly(ClockState.CANCELLED);
    }

    @Test
    void promisesGoAlongAndStayWithWhoMadeThem() {
        promises.make(two.newer(), ANNA, "A new grinder", time.now().plus(Duration.ofDays(2)));
        two.merge(ANNA);
        assertThat(promises.findByCase(two.older()))
                .extracting(Promise::madeBy)
                .containsExactly("Anna");
        assertThat(promises.make(two.newer(), ANNA, "Another", time.now().plus(Duration.ofDays(2))))
                .as("nothing more is promised on a case that is another one by now")
                .isInstanceOf(Promising.Refused.class);
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(promises.findByCase(two.newer())).hasSize(1);
        assertThat(promises.findByCase(two.older())).isEmpty();
    }

    @Test
    void whatColleaguesWereWritingIsKept() {
        drafts.save(two.older(), ANNA, ReplyKind.ANSWER, "Dear Ann", 0);
        drafts.save(two.newer(), ANNA, ReplyKind.ANSWER, "Sorry, Ann", 0);
        drafts.save(two.newer(), BEN, ReplyKind.ANSWER, "Ben here", 0);
        two.merge(ANNA);
        assertThat(draft(two.older(), ANNA)).isEqualTo("Dear Ann\n\nSorry, Ann");
        assertThat(draft(two.older(), BEN)).isEqualTo("Ben here");
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(draft(two.older(), ANNA)).isEqualTo("Dear Ann");
        assertThat(draft(two.older(), BEN)).isEqualTo("-");
        assertThat(draft(two.newer(), ANNA)).isEqualTo("Sorry, Ann");
    }

    @Test
    void whatIsWrittenBelowAMergedCaseOrByItsCustomerJoinsTheOther() {
        var bob = stage.complaint("bob");
        two.merge(two.older(), bob, ANNA);
        var below = stage.post("below").author("cid").inReplyTo("post of bob").mention();
        var again = stage.post("again").author("bob").mention();
        for (var mention : List.of(below, again)) {
            stage.score(mention, "NEGATIVE", .9, .05, null);
        }
        stage.triage();
        assertThat(stage.caseOf(below)).isEqualTo(two.older());
        assertThat(stage.caseOf(again)).isEqualTo(two.older());
    }

    @Test
    @Timeout(60)
    void aPromiseThatWaitsForAMergerIsRefusedWithTheCaseToGoOnWith() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var making = new AtomicReference<Future<Promising>>();
            stage.inTransaction(() -> {
                two.merge(ANNA);
                making.set(
                        hands.submit(() ->
                                promises.make(
                                        two.newer(),
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
        drafts.save(two.newer(), ANNA, ReplyKind.ANSWER, "Sorry, Ann.", 0);
        two.merge(ANNA);
        assertThat(drafts.save(two.newer(), ANNA, ReplyKind.ANSWER, "Sorry, Ann. It is late.", 1))
                .isInstanceOfSatisfying(
                        Saving.NotPossible.class,
                        refused -> assertThat(refused.advice()).contains("go on there"));
        assertThat(draft(two.older(), ANNA)).isEqualTo("Sorry, Ann.");
    }

    @Test
    void theCauseOfTheOtherGoesAlongAndBack() {
        stage.execute(
                "INSERT INTO cause (id, brand_id, title, opened_at)"
                        + " VALUES (7, 1, 'A strike', '2026-11-16')");
        stage.execute("UPDATE cases SET cause_id = 7 WHERE id = " + two.newer());
        two.merge(ANNA);
        assertThat(stage.one("SELECT cause_id FROM cases WHERE id = " + two.older()))
                .isEqualTo("7");
        two.splitBack(two.older(), two.newer(), ANNA);
        assertThat(stage.one("SELECT cause_id FROM cases WHERE id = " + two.older()))
                .isEqualTo("-");
        assertThat(stage.one("SELECT cause_id FROM cases WHERE id = " + two.newer()))
                .isEqualTo("7");
    }

    @Test
    void aMergedCaseIsNeitherReopenedNorWorkedOn() {
        two.merge(ANNA);
        var gone =
                "Case %d was merged into case %d. Go on there.".formatted(two.newer(), two.older());
        assertThat(TwoCases.advice(cases.reopen(two.newer(), stage.version(two.newer()), ANNA)))
                .isEqualTo(gone);
        assertThat(TwoCases.advice(cases.resolve(two.newer(), stage.version(two.newer()), ANNA)))
                .isEqualTo(gone);
        assertThat(
                        TwoCases.advice(
                                cases.undoClosing(two.newer(), stage.version(two.newer()), ANNA)))
                .isEqualTo(gone);
        assertThat(
                        replies.answer(
                                two.newer(), stage.version(two.newer()), ANNA, two.said("Sorry.")))
                .isInstanceOf(Recording.Refused.class);
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

    private String assignee(long id) {
        return stage.one("SELECT assignee_id FROM cases WHERE id = " + id);
    }

    private String draft(long id, Actor writer) {
        return drafts.find(id, writer.memberId()).stream().map(Draft::text).findFirst().orElse("-");
    }
}
