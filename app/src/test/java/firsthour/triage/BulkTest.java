package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.time.ControlledTime;
import firsthour.triage.Bulk.Picked;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same deed on many cases, and how it is taken back.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class BulkTest {
    private final Bulk bulk;
    private final Cases cases;
    private final Handovers handovers;
    private final Waiting waiting;
    private final PublicWords words;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;

    BulkTest(
            Bulk bulk,
            Cases cases,
            Handovers handovers,
            Waiting waiting,
            PublicWords words,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.bulk = bulk;
        this.cases = cases;
        this.handovers = handovers;
        this.waiting = waiting;
        this.words = words;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void eachCaseIsDoneByItselfAndTheRestIsNamed() {
        var first = stage.complaint("kim");
        var taken = stage.complaint("lee");
        var last = stage.complaint("max");
        var picked = seen(first, taken, last);
        cases.claim(taken, stage.version(taken), Stage.BEN);

        var done = done(bulk.act(picked, new BulkDeed.Claim(), Stage.ANNA));

        assertThat(done.inWords()).isEqualTo("2 claimed, 1 not: taken by Ben.");
        assertThat(done.odd()).extracting(BulkResult.One::caseId).containsExactly(taken);
        assertThat(assignees()).containsExactly("11", "12", "11");
        assertThat(stage.events(first)).contains("CaseClaimed");
        assertThat(stage.events(taken, "CaseClaimed")).isEqualTo(1);
    }

    @Test
    void severalReasonsAreCounted() {
        var taken = stage.complaint("kim");
        var other = stage.complaint("lee");
        var stale = stage.complaint("max");
        var picked = seen(taken, other, stale);
        cases.claim(taken, stage.version(taken), Stage.BEN);
        cases.claim(other, stage.version(other), Stage.BEN);
        stage.execute("UPDATE cases SET version = version + 1 WHERE id = " + stale);

        assertThat(bulk.act(picked, new BulkDeed.Claim(), Stage.ANNA).inWords())
                .isEqualTo("0 claimed, 3 not: 2 taken by Ben, 1 changed meanwhile.");
    }

    @Test
    void whatWasInTheWayIsNamed() {
        stage.execute("INSERT INTO team VALUES (7, 'Delivery', '2026-01-01')");
        var free = stage.complaint("kim");
        var closed = claimed("lee");
        cases.dismiss(closed, stage.version(closed), Stage.ANNA, DismissalReason.SPAM, "");
        var merged = claimed("max");
        stage.execute(
                "UPDATE cases SET state = 'MERGED', merged_into_id = %d WHERE id = %d"
                        .formatted(free, merged));
        var silent = claimed("ann");
        var answered = claimed("joe");
        say(answered, ReplyKind.ANSWER);
        var theirs = stage.complaint("sue");
        stage.execute("UPDATE cases SET team_id = 7 WHERE id = " + theirs);

        assertThat(refused(new BulkDeed.Claim(), theirs))
                .isEqualTo("0 claimed, 1 not: meant for a team.");
        assertThat(refused(new BulkDeed.Release(), free, closed, merged))
                .isEqualTo(
                        "0 released, 3 not: 1 unclaimed, 1 closed already, 1 merged into another.");
        assertThat(refused(new BulkDeed.Dismiss(DismissalReason.SPAM, ""), free, merged))
                .isEqualTo("0 dismissed, 2 not: 1 unclaimed (claim first), 1 merged into another.");
        assertThat(refused(new BulkDeed.Leave(NoReplyReason.THANKS), free, silent, answered))
                .isEqualTo(
                        "0 left without a reply, 3 not: 1 unclaimed (claim first), 1 without a"
                                + " public word of ours, 1 owed no reply.");
    }

    @Test
    void aClaimIsTakenBackAsItWas() {
        var id = stage.complaint("kim");
        cases.claim(id, stage.version(id), Stage.BEN);
        time.pass(Duration.ofMinutes(1));
        cases.release(id, stage.version(id), Stage.BEN);
        stage.execute("UPDATE cases SET unattended_at = '2026-11-16 12:00' WHERE id = " + id);
        var before = state(id);
        time.pass(Duration.ofMinutes(1));
        var done = done(bulk.act(seen(id), new BulkDeed.Claim(), Stage.ANNA));
        assertThat(state(id)).isNotEqualTo(before);

        var undone = bulk.undo(done.id(), Stage.ANNA);

        assertThat(undone.inWords()).isEqualTo("1 put back.");
        assertThat(state(id)).isEqualTo(before);
        assertThat(stage.column("SELECT member_id FROM holding WHERE case_id = " + id))
                .as("nobody had it in between")
                .containsExactly("12");
        assertThat(stage.events(id)).endsWith("DeedTakenBack");
    }

    @Test
    void whatWasOnesOwnAlreadyStaysOnesOwnWhenTheClaimIsTakenBack() {
        var own = stage.complaint("kim");
        var free = stage.complaint("lee");
        var picked = seen(own, free);
        // In another window, so that the version here is the one before: the claim of it is done,
        // and not by this deed.
        cases.claim(own, stage.version(own), Stage.ANNA);

        var done = done(bulk.act(picked, new BulkDeed.Claim(), Stage.ANNA));
        assertThat(done.inWords()).isEqualTo("1 claimed, 1 not: yours already.");
        assertThat(bulk.undo(done.id(), Stage.ANNA).inWords()).isEqualTo("1 put back.");

        assertThat(assignees()).containsExactly("11", "-");
        assertThat(stage.events(own)).doesNotContain("DeedTakenBack");
    }

    @Test
    void whatSomebodyWorkedOnSinceStays() {
        var worked = stage.complaint("kim");
        var plain = stage.complaint("lee");
        var done = done(bulk.act(seen(worked, plain), new BulkDeed.Claim(), Stage.ANNA));
        say(worked, ReplyKind.ACKNOWLEDGEMENT);

        assertThat(bulk.undo(done.id(), Stage.ANNA).inWords())
                .isEqualTo("1 put back, 1 not: somebody worked on it meanwhile.");
        assertThat(assignees()).containsExactly("11", "-");
    }

    @Test
    void aReleaseIsTakenBackWithTheOfferThatEndedWithIt() {
        var id = claimed("kim");
        handovers.offer(id, stage.version(id), Stage.ANNA, 12, "Kim speaks German.");
        var before = state(id);
        time.pass(Duration.ofMinutes(5));
        var done = done(bulk.act(seen(id), new BulkDeed.Release(), Stage.ANNA));
        assertThat(assignees()).containsExactly("-");

        bulk.undo(done.id(), Stage.ANNA);

        assertThat(state(id)).isEqualTo(before);
        assertThat(handovers.find(id).standing()).isPresent();
        assertThat(stage.column("SELECT member_id FROM holding WHERE until IS NULL"))
                .containsExactly("11");
        assertThat(handovers.accept(id, stage.version(id), Stage.BEN))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aReleaseThatSomebodyClaimedSinceStays() {
        var id = claimed("kim");
        var done = done(bulk.act(seen(id), new BulkDeed.Release(), Stage.ANNA));
        cases.claim(id, stage.version(id), Stage.BEN);
        assertThat(bulk.undo(done.id(), Stage.ANNA).inWords())
                .isEqualTo("0 put back, 1 not: somebody worked on it meanwhile.");
        assertThat(assignees()).containsExactly("12");
    }

    @Test
    void aDismissalIsTakenBackAndTheCaseWaitsAsBefore() {
        var id = claimed("kim");
        say(id, ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        handovers.offer(id, stage.version(id), Stage.ANNA, 12, "Please wait for Kim.");
        var before = state(id);
        var clocks = clocks(id);
        time.pass(Duration.ofSeconds(5));
        var deed = new BulkDeed.Dismiss(DismissalReason.SPAM, "All of them.");
        var done = done(bulk.act(seen(id), deed, Stage.ANNA));
        assertThat(done.inWords()).isEqualTo("1 dismissed.");
        assertThat(stage.one("SELECT closing_note FROM cases")).isEqualTo("All of them.");

        time.pass(Duration.ofSeconds(5));
        bulk.undo(done.id(), Stage.ANNA);

        assertThat(state(id)).isEqualTo(before);
        assertThat(clocks(id)).isEqualTo(clocks);
        assertThat(handovers.find(id).standing()).isPresent();
    }

    @Test
    void aReplyThatWasNotNeededIsOwedAgainByTheSamePostsAndTheSameDeadline() {
        var id = claimed("ann");
        say(id, ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes(id, "Old.");
        waiting.leaveUnanswered(id, stage.version(id), Stage.ANNA, NoReplyReason.THANKS);
        time.pass(Duration.ofHours(1));
        writes(id, "New.");
        var before = state(id);
        var wanted = wanted();
        time.pass(Duration.ofMinutes(1));
        var deed = new BulkDeed.Leave(NoReplyReason.SAID_ALREADY);
        var done = done(bulk.act(seen(id), deed, Stage.ANNA));
        assertThat(done.inWords()).isEqualTo("1 left without a reply.");
        assertThat(wanted()).isEmpty();
        assertThat(state(id)).isNotEqualTo(before);

        bulk.undo(done.id(), Stage.ANNA);

        assertThat(state(id)).isEqualTo(before);
        assertThat(wanted()).isEqualTo(wanted).hasSize(1);
    }

    @Test
    void leavingManyAndTakingThatBackWaitForTriageBeforeTheyTakeACase() throws Exception {
        var id = claimed("ann");
        say(id, ReplyKind.ANSWER);
        time.pass(Duration.ofHours(1));
        writes(id, "Fine.");
        var wanted = wanted();
        var picked = seen(id);
        var held = List.of(Stage.TURN, "SELECT id FROM mention FOR UPDATE");
        var deed = new BulkDeed.Leave(NoReplyReason.SAID_ALREADY);
        var done =
                done(
                        stage.whileWaiting(
                                held,
                                () -> bulk.act(picked, deed, Stage.ANNA),
                                "SELECT id FROM cases"));
        assertThat(done.inWords()).isEqualTo("1 left without a reply.");
        assertThat(
                        stage.whileWaiting(
                                        held,
                                        () -> bulk.undo(done.id(), Stage.ANNA),
                                        "SELECT id FROM cases")
                                .inWords())
                .isEqualTo("1 put back.");
        assertThat(wanted()).isEqualTo(wanted).isNotEmpty();
    }

    @Test
    void oneCaseThatCannotBeWrittenDoesNotEndTheRest() {
        var first = stage.complaint("kim");
        var broken = stage.complaint("lee");
        var last = stage.complaint("max");
        stage.execute(
                """
                ALTER TABLE cases ADD CONSTRAINT broken
                CHECK (mention_id <> %s OR assignee_id IS NULL)
                """
                        .formatted(stage.one("SELECT mention_id FROM cases WHERE id = " + broken)));
        try {
            var done = done(bulk.act(seen(first, broken, last), new BulkDeed.Claim(), Stage.ANNA));
            assertThat(done.inWords()).isEqualTo("2 claimed, 1 not: not possible just now.");
        } finally {
            stage.execute("ALTER TABLE cases DROP CONSTRAINT broken");
        }
        assertThat(assignees()).containsExactly("11", "-", "11");
        assertThat(stage.events(broken)).doesNotContain("CaseClaimed");
    }

    @Test
    void onlyWhoDidItTakesItBackAndOnlyOnceWithinAMinute() {
        var id = stage.complaint("kim");
        var done = done(bulk.act(seen(id), new BulkDeed.Claim(), Stage.ANNA));
        assertThat(bulk.undo(done.id(), Stage.MIRA)).isInstanceOf(BulkResult.Refused.class);
        time.pass(Duration.ofSeconds(61));
        assertThat(bulk.undo(done.id(), Stage.ANNA).inWords())
                .contains("It can no longer be taken back.");
        assertThat(assignees()).containsExactly("11");

        var other = done(bulk.act(seen(claimed("lee")), new BulkDeed.Release(), Stage.ANNA));
        assertThat(bulk.undo(other.id(), Stage.ANNA)).isInstanceOf(BulkResult.Done.class);
        assertThat(bulk.undo(other.id(), Stage.ANNA)).isInstanceOf(BulkResult.Refused.class);
    }

    @Test
    void fiveHundredAreTheMostAndNothingIsNothing() {
        var many = LongStream.rangeClosed(1, 501).mapToObj(id -> new Picked(id, 0)).toList();
        assertThat(bulk.act(many, new BulkDeed.Claim(), Stage.ANNA).inWords())
                .isEqualTo(
                        "At most 500 cases at a time: these were 501. Nothing was changed; choose fewer.");
        assertThat(bulk.act(List.of(), new BulkDeed.Claim(), Stage.ANNA).inWords())
                .contains("No case was chosen");
        assertThat(bulk.act(many.subList(0, 500), new BulkDeed.Claim(), Stage.ANNA))
                .isInstanceOf(BulkResult.Done.class);
    }

    @Test
    void theSameCaseTwiceIsOneCase() {
        var id = stage.complaint("kim");
        var twice = List.of(seen(id).getFirst(), seen(id).getFirst());
        assertThat(bulk.act(twice, new BulkDeed.Claim(), Stage.ANNA).inWords())
                .isEqualTo("1 claimed.");
    }

    @Test
    void whoReadsOnlyChangesNothing() {
        var id = stage.complaint("kim");
        assertThat(bulk.act(seen(id), new BulkDeed.Claim(), Stage.VERA).inWords())
                .contains("Viewers read only");
        assertThat(assignees()).containsExactly("-");
    }

    @Test
    void whatWasDoneIsKeptForADay() {
        var id = stage.complaint("kim");
        var done = done(bulk.act(seen(id), new BulkDeed.Claim(), Stage.ANNA));
        assertThat(bulk.find(done.id(), 11)).isPresent();
        assertThat(bulk.find(done.id(), 12)).isEmpty();
        time.pass(Duration.ofDays(1).plusSeconds(1));
        bulk.act(seen(id), new BulkDeed.Release(), Stage.ANNA);
        assertThat(bulk.find(done.id(), 11)).isEmpty();
    }

    private static BulkResult.Done done(BulkResult result) {
        assertThat(result).isInstanceOf(BulkResult.Done.class);
        return (BulkResult.Done) result;
    }

    private String refused(BulkDeed deed, long... ids) {
        return bulk.act(seen(ids), deed, Stage.ANNA).inWords();
    }

    private List<Picked> seen(long... ids) {
        return Arrays.stream(ids).mapToObj(id -> new Picked(id, stage.version(id))).toList();
    }

    private long claimed(String author) {
        var id = stage.complaint(author);
        cases.claim(id, stage.version(id), Stage.ANNA);
        return id;
    }

    private void say(long id, ReplyKind kind) {
        var now = time.now();
        stage.inTransaction(() ->
                assertThat(words.say(id, stage.version(id), Stage.ANNA, kind, now))
                        .isInstanceOf(Outcome.Done.class));
    }

    private void writes(long id, String text) {
        var mention = stage.post(text).author("ann").text(text).mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        triage.sweep();
        assertThat(stage.caseOf(mention)).isEqualTo(id);
    }

    private String state(long id) {
        return stage.one(
                """
                SELECT CONCAT_WS(' ', state, assignee_id, claimed_at, left_at, unattended_at,
                  offered_to_id, offered_at, waiting_since, silent_days, due_kind, due_at)
                FROM cases WHERE id = %d
                """
                        .formatted(id));
    }

    private List<String> clocks(long id) {
        return stage.column(
                "SELECT CONCAT_WS(' ', kind, state) FROM clock WHERE case_id = %d ORDER BY id"
                        .formatted(id));
    }

    private List<String> wanted() {
        return stage.column("SELECT id FROM mention WHERE wants_reply ORDER BY id");
    }

    private List<String> assignees() {
        return stage.column("SELECT assignee_id FROM cases ORDER BY id");
    }
}
