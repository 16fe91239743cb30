package firsthour.team;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How much everybody takes, what they are good at, and who is away.
@Singleton
public class Availabilities {
    static final int MOST_CAPACITY = 1_000;
    private static final int MOST_SKILLS = 20;
    private static final int MOST_SKILL = 60;

    /// A cover may be away as well: whoever goes further round than this goes round in a ring.
    private static final int MOST_COVERS = 10;

    private final AvailabilityRows rows;
    private final Members members;
    private final EventLog events;
    private final Clock clock;

    Availabilities(AvailabilityRows rows, Members members, EventLog events, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /// What counts for a member.
    @Transactional(readOnly = true)
    public Availability get(long memberId) {
        return rows.find(memberId)
                .orElseGet(() -> AvailabilityRow.usual(memberId))
                .with(rows.findSkills(memberId));
    }

    /// What counts for everybody, by member.
    @Transactional(readOnly = true)
    public Map<Long, Availability> list() {
        var stored =
                rows.list().stream()
                        .collect(Collectors.toMap(AvailabilityRow::memberId, Function.identity()));
        var skills =
                rows.listSkills().stream()
                        .collect(
                                Collectors.groupingBy(
                                        AvailabilityRows.Skill::memberId,
                                        Collectors.mapping(
                                                AvailabilityRows.Skill::skill,
                                                Collectors.toList())));
        return members.list().stream()
                .map(Member::id)
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id ->
                                        stored.getOrDefault(id, AvailabilityRow.usual(id))
                                                .with(skills.getOrDefault(id, List.of()))));
    }

    /// Who answers for a member's cases now: the member, or the first of the covers who is here.
    /// Empty where nobody is: then the cases are nobody's.
    @Transactional(readOnly = true)
    public Optional<Long> findStandIn(long memberId) {
        var now = clock.instant();
        var next = Optional.of(memberId);
        for (int step = 0; step < MOST_COVERS && next.isPresent(); step++) {
            long id = next.get();
            var one = get(id);
            boolean works =
                    members.find(id)
                            .filter(m -> m.active() && m.role().includes(Role.AGENT))
                            .isPresent();
            if (works && !one.isAway(now)) {
                return next;
            }
            next = one.coverId();
        }
        return Optional.empty();
    }

    /// Changes how much a member takes, and for what.
    ///
    /// @param seen the version that the person saw
    /// @param skills words with commas between
    @Transactional
    public Outcome changeWork(long memberId, long seen, int capacity, String skills, long by) {
        var words =
                Arrays.stream(skills.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (capacity < 0 || capacity > MOST_CAPACITY) {
            return new Refused("capacity", t("Give a number of cases from 0 to 1,000."));
        }
        if (words.size() > MOST_SKILLS
                || words.stream().anyMatch(word -> word.length() > MOST_SKILL)) {
            return new Refused(
                    "skills",
                    t("Give at most 20 skills of at most 60 characters, with commas between."));
        }
        rows.ensure(memberId, Availability.USUAL_CAPACITY);
        if (rows.changeCapacity(memberId, seen, capacity) == 0) {
            return stale();
        }
        rows.forgetSkills(memberId);
        words.forEach(word -> rows.addSkill(memberId, word));
        events.append(new Event.WorkChanged(memberId, capacity, by));
        return new Saved(members.get(memberId));
    }

    /// Says that a member is away, or will be. The cases that they have by then go to the cover, or
    /// become nobody's.
    ///
    /// @param seen the version that the person saw
    /// @param since what lies behind counts as now
    /// @param until empty: until they come back themselves
    /// @param coverId who stands in; empty for nobody
    @Transactional
    public Outcome goAway(
            long memberId,
            long seen,
            Instant since,
            Optional<Instant> until,
            Optional<Long> coverId,
            long by) {
        if (until.filter(end -> !end.isAfter(since) || !end.isAfter(clock.instant())).isPresent()) {
            return new Refused("until", t("Give an end that lies ahead, after the beginning."));
        }
        if (coverId.isPresent()) {
            var wrong = checkCover(memberId, coverId.get());
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        rows.ensure(memberId, Availability.USUAL_CAPACITY);
        if (rows.goAway(
                        memberId,
                        seen,
                        clock.instant(),
                        since,
                        until.orElse(null),
                        coverId.orElse(null))
                == 0) {
            return stale();
        }
        events.append(new Event.MemberWentAway(memberId, coverId.orElse(0L), by));
        return new Saved(members.get(memberId));
    }

    /// Says that a member is here again. What went to the cover stays there until it is handed
    /// back.
    @Transactional
    public Outcome comeBack(long memberId, long by) {
        if (rows.comeBack(memberId) > 0) {
            events.append(new Event.MemberCameBack(memberId, by));
        }
        return new Saved(members.get(memberId));
    }

    private Optional<Refused> checkCover(long memberId, long coverId) {
        if (coverId == memberId) {
            return Optional.of(
                    new Refused("cover", t("Nobody stands in for themselves: name a colleague.")));
        }
        var cover = members.find(coverId).filter(Member::active);
        if (cover.filter(m -> m.role().includes(Role.AGENT)).isEmpty()) {
            return Optional.of(
                    new Refused(
                            "cover",
                            t("Name somebody who may work cases and is not deactivated.")));
        }
        return Optional.empty();
    }

    private static Refused stale() {
        return new Refused(
                "version",
                t(
                        "Somebody else changed this meanwhile. Nothing of yours was saved; look again, then repeat it."));
    }
}
