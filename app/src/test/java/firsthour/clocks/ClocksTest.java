package firsthour.clocks;

import static firsthour.clocks.ClockKind.ACKNOWLEDGEMENT;
import static firsthour.clocks.ClockKind.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class ClocksTest {
    private static final Instant START = Instant.parse("2026-11-16T12:20:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String WARNED =
            "SELECT JSON_VALUE(data, '$.percent') FROM event_log WHERE type = 'ClockWarned'"
                    + " ORDER BY id";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clocks clocks;
    private final Breaches breaches;
    private final Stage stage;
    private final ControlledTime time;

    ClocksTest(Clocks clocks, Breaches breaches, Stage stage, ControlledTime time) {
        this.clocks = clocks;
        this.breaches = breaches;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void anHourForTheAcknowledgementAndADayForTheAnswer() {
        var id = stage.complaint("ann");
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::kind, CaseClock::state, clock -> clock.receipt(BERLIN))
                .containsExactly(
                        tuple(
                                ACKNOWLEDGEMENT,
                                ClockState.RUNNING,
                                "due Mon 14:20: 1 h after 13:20"),
                        tuple(ANSWER, ClockState.RUNNING, "due Tue 13:20: 24 h after Mon 13:20"));
        assertThat(clock(id, ACKNOWLEDGEMENT).receipt(ZoneId.of("Asia/Tokyo")))
                .isEqualTo("due Mon 22:20: 1 h after 21:20");
        assertThat(stage.events(id, "ClockStarted")).isEqualTo(2);
    }

    @Test
    void aWordInTheLastInstantIsInTime() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR));
        assertThat(breaches.sweep().breached()).isZero();
        met(id, ACKNOWLEDGEMENT, time.now());
        assertThat(clock(id, ACKNOWLEDGEMENT).state()).isEqualTo(ClockState.MET);
        assertThat(stage.events(id)).contains("ClockMet").doesNotContain("ClockBreached");
    }

    @Test
    void aDeadlineThatPassesIsBreachedOnce() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR).plusSeconds(7));
        assertThat(breaches.sweep().breached()).isEqualTo(1);
        assertThat(breaches.sweep().breached()).isZero();
        assertThat(clock(id, ACKNOWLEDGEMENT).breachedAt()).contains(START.plus(HOUR));
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.RUNNING);
        assertThat(stage.events(id, "ClockBreached")).isEqualTo(1);
    }

    @Test
    void aLateWordBetweenTwoRunsOfTheJobIsStillLate() {
        var id = stage.complaint("ann");
        var late = START.plus(HOUR).plusMillis(1);
        time.set(late);
        met(id, ACKNOWLEDGEMENT, late);
        var clock = clock(id, ACKNOWLEDGEMENT);
        assertThat(clock.state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock.breachedAt()).contains(START.plus(HOUR));
        assertThat(clock.metAt()).contains(late);
        time.pass(HOUR);
        breaches.sweep();
        assertThat(stage.events(id, "ClockBreached")).isEqualTo(1);
        assertThat(stage.events(id, "ClockMet")).isEqualTo(1);
    }

    @Test
    void anEarlierWordThatIsFoundLaterWithdrawsTheBreach() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR).plusSeconds(7));
        breaches.sweep();
        met(id, ACKNOWLEDGEMENT, time.now());
        met(id, ACKNOWLEDGEMENT, START.plusSeconds(600));
        var clock = clock(id, ACKNOWLEDGEMENT);
        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.breachedAt()).isEmpty();
        assertThat(clock.staffTime()).contains(Duration.ofMinutes(10));
        assertThat(stage.events(id, "BreachWithdrawn")).isEqualTo(1);
        breaches.sweep();
        assertThat(stage.events(id, "ClockBreached")).isEqualTo(1);
    }

    @Test
    void aWordBeforeDetectionCostsTheStaffNoTime() {
        var id = stage.complaint("ann");
        met(id, ACKNOWLEDGEMENT, START.minusSeconds(300));
        var clock = clock(id, ACKNOWLEDGEMENT);
        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.metBeforeStart()).isTrue();
        assertThat(clock.staffTime()).contains(Duration.ZERO);
    }

    @Test
    void theEarliestWordCountsWhateverIsLearnedFirst() {
        var id = stage.complaint("ann");
        met(id, ANSWER, START.plusSeconds(900));
        met(id, ANSWER, START.plusSeconds(600));
        met(id, ANSWER, START.plusSeconds(1200));
        assertThat(clock(id, ANSWER).metAt()).contains(START.plusSeconds(600));
        assertThat(stage.events(id, "ClockMet")).isEqualTo(1);
    }

    @Test
    void warnsWhenHalfAndWhenFourFifthsAreUsedUp() {
        var id = stage.complaint("ann");
        time.set(START.plus(Duration.ofMinutes(30)).minusMillis(1));
        assertThat(breaches.sweep().warned()).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(breaches.sweep().warned()).isEqualTo(1);
        assertThat(breaches.sweep().warned()).isZero();
        time.set(START.plus(Duration.ofMinutes(48)).minusMillis(1));
        assertThat(breaches.sweep().warned()).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(breaches.sweep().warned()).isEqualTo(1);
        assertThat(breaches.sweep().warned()).isZero();
        assertThat(clock(id, ACKNOWLEDGEMENT).warnedAt()).contains(time.now());
        assertThat(stage.column(WARNED)).containsExactly("50", "80");
    }

    @Test
    void aSweepThatComesLateWarnsOnce() {
        var id = stage.complaint("ann");
        time.set(START.plus(Duration.ofMinutes(50)));
        breaches.sweep();
        assertThat(breaches.sweep().warned()).isZero();
        assertThat(stage.events(id, "ClockWarned")).isEqualTo(1);
        assertThat(stage.column(WARNED)).containsExactly("80");
    }

    @Test
    void aPauseMovesTheDeadlineByItsLength() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(20));
        stage.inTransaction(() -> clocks.pause(id));
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.PAUSED);
        assertThat(clocks.findNextOwed(id, 1)).isEmpty();
        time.pass(Duration.ofDays(3));
        assertThat(breaches.sweep()).isEqualTo(new Breaches.Swept(0, 0));

        stage.inTransaction(() -> clocks.goOn(id));

        var answer = clock(id, ANSWER);
        assertThat(answer.state()).isEqualTo(ClockState.RUNNING);
        assertThat(answer.deadline().dueAt()).isEqualTo(START.plus(Duration.ofDays(4)));
        assertThat(answer.deadline().warnAt())
                .isEqualTo(START.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(1152)));
        assertThat(answer.receipt(BERLIN))
                .isEqualTo(
                        "due Fri 13:20: 24 h after Mon 13:20, paused from Mon 13:40 to Thu 13:40");
        assertThat(stage.events(id, "ClockPaused")).isEqualTo(2);
        assertThat(stage.events(id, "ClockWentOn")).isEqualTo(2);

        time.pass(Duration.ofMinutes(25));
        met(id, ACKNOWLEDGEMENT, time.now());
        var acknowledgement = clock(id, ACKNOWLEDGEMENT);
        assertThat(acknowledgement.state()).isEqualTo(ClockState.MET);
        assertThat(acknowledgement.staffTime()).contains(Duration.ofMinutes(45));
    }

    @Test
    void whatWasLateBeforeThePauseStaysLate() {
        var id = stage.complaint("ann");
        time.pass(HOUR.plusSeconds(1));
        stage.inTransaction(() -> clocks.pause(id));
        breaches.sweep();
        assertThat(clock(id, ACKNOWLEDGEMENT).state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.PAUSED);
        stage.inTransaction(() -> clocks.goOn(id));
        assertThat(clock(id, ACKNOWLEDGEMENT).breachedAt()).contains(START.plus(HOUR));
    }

    @Test
    void aWordDuringThePauseIsInTime() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(59));
        stage.inTransaction(() -> clocks.pause(id));
        time.pass(Duration.ofHours(30));
        var word = time.now();
        met(id, ANSWER, word);
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.MET);
        assertThat(clock(id, ANSWER).deadline().dueAt()).isAfter(word);
        stage.inTransaction(() -> clocks.goOn(id));
        assertThat(clock(id, ANSWER).staffTime()).contains(Duration.ofMinutes(59));

        time.pass(Duration.ofDays(9));
        met(id, ANSWER, time.now());
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.MET);
        assertThat(clock(id, ANSWER).metAt()).contains(word);
    }

    @Test
    void aPauseThatEndsByClosingLeavesTheRestOfTheTimeToAnUndoing() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(10));
        stage.inTransaction(() -> clocks.pause(id));
        time.pass(Duration.ofHours(5));
        var closedAt = time.now();
        stage.inTransaction(() -> clocks.cancel(id));
        assertThat(clock(id, ACKNOWLEDGEMENT).state()).isEqualTo(ClockState.CANCELLED);
        stage.inTransaction(() -> clocks.resume(id, 1, closedAt));
        assertThat(clock(id, ACKNOWLEDGEMENT).deadline().dueAt())
                .isEqualTo(START.plus(Duration.ofHours(6)));
    }

    @Test
    void whoIsLateIsNotWarnedAnyMore() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR).plusSeconds(1));
        assertThat(breaches.sweep()).isEqualTo(new Breaches.Swept(1, 0));
        assertThat(stage.events(id, "ClockWarned")).isZero();
    }

    @Test
    void cancellingStopsWhatRunsAndKeepsWhatWasBreached() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR).plusSeconds(1));
        breaches.sweep();
        stage.inTransaction(() -> clocks.cancel(id));
        assertThat(clock(id, ACKNOWLEDGEMENT).state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.CANCELLED);
        met(id, ANSWER, time.now());
        assertThat(clock(id, ANSWER).state()).isEqualTo(ClockState.CANCELLED);
        time.pass(Duration.ofDays(2));
        assertThat(breaches.sweep()).isEqualTo(new Breaches.Swept(0, 0));
        assertThat(stage.events(id, "ClockCancelled")).isEqualTo(1);
    }

    @Test
    void cancellingAfterADeadlineThatNoJobHasSeenRecordsTheBreach() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR).plusMillis(1));
        stage.inTransaction(() -> clocks.cancel(id));
        assertThat(clock(id, ACKNOWLEDGEMENT).state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock(id, ACKNOWLEDGEMENT).breachedAt()).contains(START.plus(HOUR));
        breaches.sweep();
        assertThat(stage.events(id, "ClockBreached")).isEqualTo(1);
    }

    @Test
    void aWordThatWasBreachedAndThenCalledOffIsOwedNoMore() {
        var id = stage.complaint("ann");
        time.set(START.plus(HOUR).plusSeconds(1));
        breaches.sweep();
        stage.inTransaction(() -> clocks.cancel(id));
        assertThat(clock(id, ACKNOWLEDGEMENT).owed()).isFalse();
        assertThat(clock(id, ACKNOWLEDGEMENT).cancelledAt()).contains(time.now());
        assertThat(clocks.findNextOwed(id, 1)).isEmpty();
        time.pass(HOUR);
        stage.inTransaction(() -> clocks.cancel(id));
        met(id, ACKNOWLEDGEMENT, time.now());
        assertThat(clock(id, ACKNOWLEDGEMENT).cancelledAt()).contains(time.now().minus(HOUR));
    }

    @Test
    void nodesThatSweepAtOnceBreachEachClockOnce() throws Exception {
        IntStream.range(0, 150).forEach(i -> stage.complaint("author " + i));
        time.set(START.plus(Duration.ofDays(2)));
        Callable<Integer> sweep = () -> breaches.sweep().breached();
        var sum = 0;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var swept : nodes.invokeAll(Stream.generate(() -> sweep).limit(4).toList())) {
                sum += swept.get();
            }
        }
        breaches.sweep();
        assertThat(sum).isEqualTo(300);
        assertThat(stage.one("SELECT COUNT(*) FROM event_log WHERE type = 'ClockBreached'"))
                .isEqualTo("300");
        assertThat(stage.one("SELECT COUNT(*) FROM clock WHERE state = 'BREACHED'"))
                .isEqualTo("300");
    }

    private void met(long caseId, ClockKind kind, Instant at) {
        stage.inTransaction(() -> clocks.met(caseId, 1, kind, at));
    }

    private CaseClock clock(long caseId, ClockKind kind) {
        return clocks.findByCase(caseId).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
