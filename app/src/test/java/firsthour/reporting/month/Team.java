package firsthour.reporting.month;

import firsthour.team.Availabilities;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Twelve members in three zones, and how often they did what.
@Singleton
@Requires(property = "month")
class Team {
    private static final int SIZE = 12;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final Members members;
    private final Availabilities availabilities;
    private final Cases cases;
    private final ControlledTime time;
    private final List<Member> team = new ArrayList<>();

    /// How often each deed was done, or refused.
    final Map<String, Integer> done = new TreeMap<>();

    Team(Members members, Availabilities availabilities, Cases cases, ControlledTime time) {
        this.members = members;
        this.availabilities = availabilities;
        this.cases = cases;
        this.time = time;
    }

    void join() {
        for (int i = 0; i < SIZE; i++) {
            var asked =
                    new NewMember(
                            "member" + i + "@example.org",
                            "Member " + i,
                            i == 0 ? Role.MANAGER : Role.AGENT,
                            ZONES.get(i % 3),
                            "-");
            switch (members.add(asked, Members.SYSTEM)) {
                case Saved(Member member) -> team.add(member);
                case Refused(String field, String message) ->
                        throw new IllegalStateException(field + ": " + message);
            }
        }
    }

    /// Somebody who is at work now and not away; empty where it is night everywhere.
    Optional<Member> atWork(Random random) {
        var now = time.now();
        var there =
                team.stream()
                        .filter(one -> {
                            var local = now.atZone(one.zone()).toLocalTime();
                            return !local.isBefore(MORNING) && local.isBefore(EVENING);
                        })
                        .filter(one -> !availabilities.get(one.id()).isAway(now))
                        .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(there.get(random.nextInt(there.size())));
    }

    /// Who may act on what others have.
    Actor manager() {
        return actor(team.getFirst());
    }

    /// Whoever has a case.
    Optional<Actor> keeper(long caseId) {
        return find(caseId).assigneeId().map(members::get).map(Team::actor);
    }

    /// A case as it stands.
    Case find(long caseId) {
        return cases.find(caseId).orElseThrow();
    }

    /// One of the agents leaves for some days, and often the next one stands in.
    void goAway(int who, Duration howLong) {
        var gone = team.get(1 + who % (SIZE - 1));
        var cover = team.get(1 + (who + 1) % (SIZE - 1));
        var now = time.now();
        count(
                "go away",
                availabilities.goAway(
                                gone.id(),
                                availabilities.get(gone.id()).version(),
                                now,
                                Optional.of(now.plus(howLong)),
                                who % 3 == 0 ? Optional.empty() : Optional.of(cover.id()),
                                Members.SYSTEM)
                        instanceof Saved);
    }

    void count(String name, Outcome outcome) {
        count(name, outcome instanceof Outcome.Done);
    }

    void count(String name, boolean did) {
        done.merge(did ? name : name + " refused", 1, Integer::sum);
    }

    static Actor actor(Member member) {
        return new Actor(member.id(), member.role());
    }
}
