package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.time.ControlledTime;
import firsthour.triage.Outcome.Done;
import firsthour.triage.Outcome.NotPossible;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class SplittingTest {
    private final Splitting splitting;
    private final Cases cases;
    private final PublicWords words;
    private final Clocks clocks;
    private final Stage stage;
    private final ControlledTime time;
    private long id;
    private long more;
    private Instant detected = Instant.EPOCH;

    SplittingTest(
            Splitting splitting,
            Cases cases,
            PublicWords words,
            Clocks clocks,
            Stage stage,
            ControlledTime time) {
        this.splitting = splitting;
        this.cases = cases;
        this.words = words;
        this.clocks = clocks;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasACaseWithTwoPosts() {
        stage.reset();
        id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(20));
        detected = time.now();
        more = writes("more");
        time.pass(Duration.ofMinutes(20));
    }

    @Test
    void aPostBecomesACaseOfItsOwnWithClocksFromItsDetection() {
        var due = stage.one("SELECT due_at FROM cases WHERE id = " + id);
        assertThat(split(ANNA, more)).isInstanceOf(Done.class);
        var opened = stage.caseOf(more);
        assertThat(opened).isNotEqualTo(id);
        assertThat(clocks.findByCase(opened))
                .extracting(clock -> clock.deadline().startedAt())
                .containsOnly(detected)
                .hasSize(2);
        assertThat(cases.find(opened).orElseThrow().assigneeId()).contains(ANNA.memberId());
        assertThat(stage.one("SELECT due_at FROM cases WHERE id = " + id)).isEqualTo(due);
        assertThat(stage.one("SELECT COUNT(*) FROM mention WHERE case_id = " + id)).isEqualTo("1");
        assertThat(stage.events(id)).endsWith("CaseSplit");
        assertThat(stage.events(opened)).contains("CaseOpened", "CaseSplitOff");
    }

    @Test
    void severalPostsBecomeOneCase() {
        var last = writes("last");
        assertThat(split(ANNA, last, more)).isInstanceOf(Done.class);
        assertThat(stage.caseOf(last)).isEqualTo(stage.caseOf(more));
        assertThat(stage.one("SELECT mention_id FROM cases WHERE id = " + stage.caseOf(more)))
                .isEqualTo(String.valueOf(more));
    }

    @Test
    void theNextReplyToWhatWasTakenOutIsNotOwedAnyMore() {
        stage.inTransaction(
                () -> words.say(id, stage.version(id), ANNA, ReplyKind.ANSWER, time.now()));
        time.pass(Duration.ofMinutes(5));
        var last = writes("last");
        assertThat(states(id)).endsWith(ClockState.RUNNING);
        split(ANNA, last);
        assertThat(states(id)).endsWith(ClockState.CANCELLED);
        assertThat(cases.find(id).orElseThrow().dueAt()).isEmpty();
        assertThat(states(stage.caseOf(last)))
                .as("what was said on the other case answers nothing here")
                .containsExactly(ClockState.RUNNING, ClockState.RUNNING);
    }

    @Test
    void whatOpenedTheCaseStays() {
        var opener = Long.parseLong(stage.one("SELECT mention_id FROM cases WHERE id = " + id));
        assertThat(split(ANNA, opener)).isInstanceOf(NotPossible.class);
        assertThat(split(ANNA, opener, more)).isInstanceOf(NotPossible.class);
        assertThat(stage.events(id)).doesNotContain("CaseSplit");
    }

    @Test
    void onlyPostsOfTheCaseAreTakenOutOfIt() {
        assertThat(split(ANNA)).isInstanceOf(NotPossible.class);
        var other = stage.complaint("bob");
        var elsewhere =
                Long.parseLong(stage.one("SELECT mention_id FROM cases WHERE id = " + other));
        assertThat(split(ANNA, more, elsewhere)).isInstanceOf(NotPossible.class);
        assertThat(stage.caseOf(more)).isEqualTo(id);
    }

    @Test
    void whoDoesNotHaveTheCaseTakesNothingOut() {
        assertThat(split(BEN, more)).isEqualTo(new Outcome.TakenBy("Anna"));
        assertThat(split(VERA, more)).isInstanceOf(NotPossible.class);
        var seen = stage.version(id);
        writes("meanwhile");
        assertThat(splitting.split(id, seen, ANNA, List.of(more)))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(stage.caseOf(more)).isEqualTo(id);
    }

    @Test
    void whileAReplyToItIsOnItsWayAPostStays() {
        stage.execute(
                """
                INSERT INTO outgoing_reply (case_id, post_id, kind, text, idempotency_key,
                  member_id, state, next_attempt_at, created_at)
                SELECT case_id, post_id, 'ANSWER', 'Sorry.', 'k', 11, 'PENDING', '2026-11-16',
                  '2026-11-16' FROM mention WHERE id = %d
                """
                        .formatted(more));
        assertThat(split(ANNA, more).inWords()).contains("Wait until it is sent");
        stage.execute("UPDATE outgoing_reply SET state = 'SENT'");
        assertThat(split(ANNA, more)).isInstanceOf(Done.class);
    }

    private long writes(String externalId) {
        var mention = stage.post(externalId).author("ann").mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.triage();
        assertThat(stage.caseOf(mention)).isEqualTo(id);
        return mention;
    }

    private Outcome split(Actor actor, Long... mentions) {
        return splitting.split(id, stage.version(id), actor, List.of(mentions));
    }

    private List<ClockState> states(long caseId) {
        return clocks.findByCase(caseId).stream().map(CaseClock::state).toList();
    }
}
