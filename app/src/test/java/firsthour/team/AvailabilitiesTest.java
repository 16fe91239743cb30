package firsthour.team;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class AvailabilitiesTest {
    private final Availabilities availabilities;
    private final Members members;
    private final Rows rows;
    private final ControlledTime time;
    private long anna;
    private long ben;
    private long mira;

    AvailabilitiesTest(
            Availabilities availabilities, Members members, Rows rows, ControlledTime time) {
        this.availabilities = availabilities;
        this.members = members;
        this.rows = rows;
        this.time = time;
    }

    @BeforeEach
    void threePeople() {
        time.set(Instant.parse("2026-11-16T12:20:00Z"));
        rows.execute("DELETE FROM member");
        rows.execute("DELETE FROM event_log");
        anna = add("Anna", Role.AGENT);
        ben = add("Ben", Role.AGENT);
        mira = add("Mira", Role.MANAGER);
    }

    @Test
    void ofWhomNothingWasSaidTakesTheUsualAndIsHere() {
        var usual = availabilities.get(anna);
        assertThat(usual.capacity()).isEqualTo(Availability.USUAL_CAPACITY);
        assertThat(usual.isAway(time.now())).isFalse();
        assertThat(availabilities.findStandIn(anna)).contains(anna);
    }

    @Test
    void skillsAreKeptOnceInLowerCase() {
        availabilities.changeWork(anna, 0, 7, "German, billing ,german,, ", mira);
        var kept = availabilities.get(anna);
        assertThat(kept.capacity()).isEqualTo(7);
        assertThat(kept.skills()).containsExactly("billing", "german");
        assertThat(availabilities.list().get(anna)).isEqualTo(kept);
    }

    @Test
    void whoeverSawAnOlderVersionIsRefusedAndOverwritesNothing() {
        availabilities.changeWork(anna, 0, 7, "german", mira);
        var stale = availabilities.changeWork(anna, 0, 9, "french", mira);
        assertThat(stale)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("version"));
        assertThat(availabilities.get(anna).capacity()).isEqualTo(7);
        assertThat(availabilities.get(anna).skills()).containsExactly("german");
        assertThat(availabilities.goAway(anna, 0, time.now(), none(), none(), anna))
                .isInstanceOf(Refused.class);
        assertThat(availabilities.get(anna).awaySince()).isEmpty();
    }

    @Test
    void whatIsNoNumberOfCasesIsRefusedAtItsField() {
        assertThat(availabilities.changeWork(anna, 0, -1, "", mira))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("capacity"));
        assertThat(availabilities.changeWork(anna, 0, 5, "x".repeat(61), mira))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("skills"));
    }

    @Test
    void anAbsenceBeginsAndEndsByItself() {
        var since = time.now().plus(Duration.ofHours(1));
        var until = since.plus(Duration.ofDays(1));
        assertThat(
                        availabilities.goAway(
                                anna, 0, since, Optional.of(until), Optional.of(ben), anna))
                .isInstanceOf(Saved.class);
        var planned = availabilities.get(anna);
        assertThat(planned.isAway(since.minusMillis(1))).isFalse();
        assertThat(planned.isAway(since)).isTrue();
        assertThat(planned.isAway(until.minusMillis(1))).isTrue();
        assertThat(planned.isAway(until)).isFalse();
        assertThat(rows.column("SELECT type FROM event_log WHERE type = 'MemberWentAway'"))
                .hasSize(1);
    }

    @Test
    void anAbsenceBeginsNowAtTheEarliestAndKeepsItsBeginning() {
        var began = time.now();
        availabilities.goAway(anna, 0, began.minus(Duration.ofDays(1)), none(), none(), anna);
        assertThat(availabilities.get(anna).awaySince()).contains(began);
        time.pass(Duration.ofHours(1));
        availabilities.goAway(anna, 1, time.now(), none(), Optional.of(ben), anna);
        assertThat(availabilities.get(anna).awaySince()).contains(began);
        assertThat(availabilities.get(anna).coverId()).contains(ben);
    }

    @Test
    void aCoverWhoIsAwayIsCoveredInTurnAndARingEnds() {
        away(anna, Optional.of(ben));
        assertThat(availabilities.findStandIn(anna)).contains(ben);
        away(ben, Optional.of(mira));
        assertThat(availabilities.findStandIn(anna)).contains(mira);
        away(mira, Optional.of(anna));
        assertThat(availabilities.findStandIn(anna)).isEmpty();
        availabilities.comeBack(mira, mira);
        assertThat(availabilities.findStandIn(anna)).contains(mira);
    }

    @Test
    void nobodyStandsInWhereTheCoverIsDeactivatedOrOnlyReads() {
        away(anna, Optional.of(ben));
        members.deactivate(ben, mira);
        assertThat(availabilities.findStandIn(anna)).isEmpty();
        members.activate(ben, mira);
        members.changeRole(ben, Role.VIEWER, mira);
        assertThat(availabilities.findStandIn(anna)).isEmpty();
    }

    @Test
    void nobodyStandsInForThemselvesNorWhoOnlyReads() {
        var vera = add("Vera", Role.VIEWER);
        for (long wrong : new long[] {anna, vera, 987_654_321L}) {
            assertThat(availabilities.goAway(anna, 0, time.now(), none(), Optional.of(wrong), anna))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.field()).isEqualTo("cover"));
        }
        assertThat(availabilities.get(anna).awaySince()).isEmpty();
    }

    @Test
    void anEndThatIsOverIsRefused() {
        var over = Optional.of(time.now().minus(Duration.ofMinutes(1)));
        assertThat(
                        availabilities.goAway(
                                anna, 0, time.now().minus(Duration.ofDays(1)), over, none(), anna))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("until"));
    }

    private void away(long who, Optional<Long> cover) {
        assertThat(
                        availabilities.goAway(
                                who,
                                availabilities.get(who).version(),
                                time.now(),
                                none(),
                                cover,
                                who))
                .isInstanceOf(Saved.class);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private long add(String name, Role role) {
        var asked = new NewMember(name + "@example.com", name, role, "UTC", "hash");
        if (members.add(asked, Members.SYSTEM) instanceof Saved(var member)) {
            return member.id();
        }
        throw new AssertionError(name);
    }
}
