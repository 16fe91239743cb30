package firsthour.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.clocks.Policy.Scope;
import firsthour.clocks.Policy.Target;
import firsthour.time.ControlledTime;
import firsthour.triage.PolicyDesk;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class PoliciesTest {
    private static final long MIRA = 13;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Target QUICK =
            new Target(ClockKind.ACKNOWLEDGEMENT, Duration.ofMinutes(15), false);

    private final PolicyDesk desk;
    private final Policies policies;
    private final CalendarChanges calendars;
    private final Clocks clocks;
    private final Stage stage;
    private final ControlledTime time;

    PoliciesTest(
            PolicyDesk desk,
            Policies policies,
            CalendarChanges calendars,
            Clocks clocks,
            Stage stage,
            ControlledTime time) {
        this.desk = desk;
        this.policies = policies;
        this.calendars = calendars;
        this.clocks = clocks;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void withoutAnyTheStandardCounts() {
        assertThat(policies.of(Stage.BRAND))
                .isEqualTo(new BrandPolicies(0, List.of(Policy.STANDARD)));
    }

    @Test
    void theFirstThatAppliesCounts() {
        saved(
                List.of(
                        policy("Grave", scope(null, null, 80), List.of(QUICK)),
                        policy("German", scope(null, "de", null), List.of()),
                        policy("Hebrew by its older code", scope(null, "iw", null), List.of()),
                        policy("Second source", scope(Stage.OTHER_SOURCE, null, null), List.of()),
                        policy("Everything", Scope.ALL, Policy.STANDARD.targets())));

        assertThat(nameFor(Stage.SOURCE, "de-AT", 85)).isEqualTo("Grave");
        assertThat(nameFor(Stage.SOURCE, "de-AT", 20)).isEqualTo("German");
        assertThat(nameFor(Stage.SOURCE, "he", null)).isEqualTo("Hebrew by its older code");
        assertThat(nameFor(Stage.OTHER_SOURCE, "den", null)).isEqualTo("Second source");
        assertThat(nameFor(Stage.SOURCE, null, null)).isEqualTo("Everything");
    }

    @Test
    void fridayHalfPastFourAndAnHourIsMondayHalfPastNine() {
        var calendar = calendar("09:00-17:00");
        saved(
                List.of(
                        new Policy(
                                0,
                                0,
                                "Everything",
                                Scope.ALL,
                                OptionalLong.of(calendar),
                                true,
                                List.of(
                                        new Target(
                                                ClockKind.ACKNOWLEDGEMENT,
                                                Duration.ofHours(1),
                                                true)))));
        time.set(Instant.parse("2026-11-20T15:30:00Z"));

        var id = stage.complaint("ann");

        var clock = clocks.findByCase(id).getFirst();
        assertThat(clock.deadline().dueAt()).isEqualTo(Instant.parse("2026-11-23T08:30:00Z"));
        assertThat(clock.receipt(BERLIN))
                .isEqualTo(
                        "due Mon 09:30: opened Fri 16:30, 30 min left that day, closed Sat and Sun,"
                                + " 30 min on Monday");
        stage.inTransaction(() ->
                clocks.met(
                        id, 1, ClockKind.ACKNOWLEDGEMENT, Instant.parse("2026-11-23T08:20:00Z")));
        var met = clocks.findByCase(id).getFirst();
        assertThat(met.state()).isEqualTo(ClockState.MET);
        assertThat(met.businessTime()).contains(Duration.ofMinutes(50));
        assertThat(met.staffTime()).contains(Duration.ofHours(64).plusMinutes(50));
    }

    @Test
    void aChangedPolicyOrCalendarLeavesWhatRunsAsItWas() {
        var calendar = calendar("09:00-17:00");
        var first = saved(List.of(everything(calendar, Duration.ofHours(1))));
        time.set(Instant.parse("2026-11-20T15:30:00Z"));
        var before = stage.complaint("ann");

        saved(1, List.of(with(first.policies().getFirst(), Duration.ofHours(2))));
        calendars.change(calendar, 1, draft("Desk", "10:00-12:00"), MIRA);
        var after = stage.complaint("bob");

        assertThat(clocks.findByCase(before).getFirst().receipt(BERLIN))
                .startsWith("due Mon 09:30: opened Fri 16:30");
        assertThat(clocks.findByCase(after).getFirst().receipt(BERLIN))
                .isEqualTo(
                        "due Mon 12:00: opened Fri 16:30, closed by then, closed Sat and Sun, 2 h"
                                + " on Monday");
    }

    @Test
    void switchingAPolicyOffCallsItsClocksOff() {
        var first =
                saved(
                        List.of(
                                policy(
                                        "Second source",
                                        scope(Stage.OTHER_SOURCE, null, null),
                                        Policy.STANDARD.targets()),
                                policy("Everything", Scope.ALL, Policy.STANDARD.targets())));
        var elsewhere = stage.post("x").source(Stage.OTHER_SOURCE).author("eve").mention();
        stage.score(elsewhere, "NEGATIVE", .9, .05, null);
        var kept = stage.complaint("ann");
        var relieved = stage.caseOf(elsewhere);

        var policies = new ArrayList<>(first.policies());
        policies.set(0, policies.getFirst().switched(false));
        var saving = desk.change(Stage.BRAND, 1, policies, MIRA);

        assertThat(saving)
                .isInstanceOfSatisfying(
                        PolicySaving.Saved.class,
                        saved -> assertThat(saved.relieved()).containsExactly(relieved));
        assertThat(clocks.findByCase(relieved))
                .extracting(CaseClock::state)
                .containsOnly(ClockState.CANCELLED);
        assertThat(stage.one("SELECT due_at FROM cases WHERE id = " + relieved)).isEqualTo("-");
        assertThat(stage.events(relieved, "ClockCancelled")).isEqualTo(2);
        assertThat(clocks.findByCase(kept))
                .extracting(CaseClock::state)
                .containsOnly(ClockState.RUNNING);
    }

    @Test
    void droppingATargetOfTheStandardCallsOnlyThatOneOff() {
        var id = stage.complaint("ann");
        saved(List.of(policy("Everything", Scope.ALL, List.of(Policy.STANDARD.targets().get(1)))));
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::state)
                .containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(stage.one("SELECT due_kind FROM cases WHERE id = " + id)).isEqualTo("ANSWER");
    }

    @Test
    void whoSawAnOlderRevisionIsTurnedDown() {
        saved(List.of(policy("Everything", Scope.ALL, List.of(QUICK))));
        assertThat(
                        desk.change(
                                Stage.BRAND,
                                0,
                                List.of(policy("Everything", Scope.ALL, List.of())),
                                MIRA))
                .isEqualTo(new PolicySaving.Stale());
        assertThat(policies.of(Stage.BRAND).policies().getFirst().targets()).containsExactly(QUICK);
    }

    @Test
    void impossibleOnesAreRefusedWithWords() {
        assertThat(refused(List.of(policy("Grave", scope(null, null, 80), List.of()))))
                .startsWith("The last policy is for everything");
        assertThat(refused(List.of())).startsWith("The last policy is for everything");
        assertThat(refused(List.of(policy(" ", Scope.ALL, List.of()))))
                .startsWith("Give each policy a name");
        assertThat(
                        refused(
                                List.of(
                                        policy("A", scope(null, "de", null), List.of()),
                                        policy("A", Scope.ALL, List.of()))))
                .startsWith("Two policies have the same name");
        assertThat(
                        refused(
                                List.of(
                                        policy(
                                                "A",
                                                Scope.ALL,
                                                List.of(
                                                        new Target(
                                                                ClockKind.ANSWER,
                                                                Duration.ofHours(1),
                                                                true))))))
                .isEqualTo("“A” counts business hours. Choose the calendar that has them.");
        assertThat(
                        refused(
                                List.of(
                                        policy("A", scope(987_654L, null, null), List.of()),
                                        policy("B", Scope.ALL, List.of()))))
                .isEqualTo("The source of “A” is gone. Choose another one.");
        assertThatThrownBy(() -> new Target(ClockKind.ANSWER, Duration.ZERO, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(policies.of(Stage.BRAND).revision()).isZero();
    }

    @Test
    void aPolicyOnACalendarThatNeverOpensIsRefused() {
        var calendar = calendar("09:00-17:00");
        // As a feed of days off may leave it, which nobody had to approve.
        stage.execute("UPDATE calendar_version SET week = ''");
        assertThat(refused(List.of(everything(calendar, Duration.ofHours(1)))))
                .isEqualTo(
                        "“Everything” cannot count business hours: in five years the calendar “Desk” is"
                                + " not open for that long. Give the calendar more hours, or the"
                                + " policy another calendar.");
        var clockOnTheWall = new Target(ClockKind.ANSWER, Duration.ofHours(1), false);
        assertThat(
                        saved(
                                        List.of(
                                                new Policy(
                                                        0,
                                                        0,
                                                        "Everything",
                                                        Scope.ALL,
                                                        OptionalLong.of(calendar),
                                                        true,
                                                        List.of(clockOnTheWall))))
                                .revision())
                .as("time by the clock on the wall goes on")
                .isEqualTo(1);
    }

    @Test
    void itForetellsWhenAPostWouldBeDue() {
        var calendar = calendar("09:00-12:00, 13:00-17:00");
        var policy = everything(calendar, Duration.ofHours(1));
        assertThat(policies.foresee(policy, Instant.parse("2026-11-20T10:30:00Z"), BERLIN))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.at()).isEqualTo(Instant.parse("2026-11-20T12:30:00Z"));
                    assertThat(due.receipt())
                            .isEqualTo("due Fri 13:30: opened Fri 11:30, 1 h that day");
                });
    }

    private BrandPolicies saved(List<Policy> wanted) {
        return saved(0, wanted);
    }

    private BrandPolicies saved(int revision, List<Policy> wanted) {
        var saving = desk.change(Stage.BRAND, revision, wanted, MIRA);
        assertThat(saving).isInstanceOf(PolicySaving.Saved.class);
        return ((PolicySaving.Saved) saving).policies();
    }

    private String refused(List<Policy> wanted) {
        var saving = desk.change(Stage.BRAND, 0, wanted, MIRA);
        assertThat(saving).isInstanceOf(PolicySaving.Refused.class);
        return ((PolicySaving.Refused) saving).message();
    }

    private String nameFor(long source, @Nullable String language, @Nullable Integer severity) {
        return policies.findFor(
                        new Circumstances(
                                Stage.BRAND,
                                source,
                                Optional.ofNullable(language),
                                severity == null ? OptionalInt.empty() : OptionalInt.of(severity)))
                .orElseThrow()
                .name();
    }

    private long calendar(String hours) {
        var saving = calendars.add(draft("Desk", hours), MIRA);
        assertThat(saving).isInstanceOf(CalendarSaving.Saved.class);
        return ((CalendarSaving.Saved) saving).calendarId();
    }

    private static CalendarDraft draft(String name, String hours) {
        return new CalendarDraft(
                name,
                "Europe/Berlin",
                Map.of(
                        DayOfWeek.MONDAY, hours,
                        DayOfWeek.TUESDAY, hours,
                        DayOfWeek.WEDNESDAY, hours,
                        DayOfWeek.THURSDAY, hours,
                        DayOfWeek.FRIDAY, hours),
                "",
                "",
                new CalendarDraft.FeedDraft.Kept());
    }

    private static Policy everything(long calendar, Duration within) {
        return new Policy(
                0,
                0,
                "Everything",
                Scope.ALL,
                OptionalLong.of(calendar),
                true,
                List.of(new Target(ClockKind.ACKNOWLEDGEMENT, within, true)));
    }

    private static Policy with(Policy policy, Duration within) {
        return new Policy(
                policy.id(),
                policy.number(),
                policy.name(),
                policy.scope(),
                policy.calendarId(),
                true,
                List.of(new Target(ClockKind.ACKNOWLEDGEMENT, within, true)));
    }

    private static Policy policy(String name, Scope scope, List<Target> targets) {
        var number = scope.equals(Scope.ALL) ? 0 : Policy.NEW;
        return new Policy(0, number, name, scope, OptionalLong.empty(), true, targets);
    }

    private static Scope scope(
            @Nullable Long source, @Nullable String language, @Nullable Integer severity) {
        return new Scope(
                source == null ? OptionalLong.empty() : OptionalLong.of(source),
                Optional.ofNullable(language),
                severity == null ? OptionalInt.empty() : OptionalInt.of(severity));
    }
}
