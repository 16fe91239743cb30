package firsthour.team;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The groups that cases are sent to.
@Singleton
public class Teams {
    private static final int MOST_NAME = 120;

    private final TeamRows rows;
    private final EventLog events;
    private final Clock clock;

    Teams(TeamRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// What came of a change to a team.
    public sealed interface Change {
        /// It was done.
        record Done(Team team) implements Change {}

        /// It was not done, and nothing was changed.
        ///
        /// @param message for the person who asked
        record Refused(String message) implements Change {}
    }

    /// All teams by name.
    @Transactional(readOnly = true)
    public List<Team> list() {
        var belonging =
                rows.listBelonging().stream()
                        .collect(
                                Collectors.groupingBy(
                                        TeamRows.Belongs::teamId,
                                        Collectors.mapping(
                                                TeamRows.Belongs::memberId, Collectors.toSet())));
        return rows.list().stream()
                .map(row ->
                        new Team(row.id(), row.name(), belonging.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    /// The team; empty when there is none with this id.
    @Transactional(readOnly = true)
    public Optional<Team> find(long id) {
        return list().stream().filter(team -> team.id() == id).findFirst();
    }

    /// Adds a team to which nobody belongs yet.
    @Transactional
    public Change add(String name, long by) {
        var tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > MOST_NAME) {
            return new Change.Refused(t("Give the team a name of at most 120 characters."));
        }
        try {
            var row = rows.save(new TeamRow(0, tidy, clock.instant()));
            events.append(new Event.TeamAdded(row.id(), by));
            return new Change.Done(new Team(row.id(), row.name(), Set.of()));
        } catch (DataAccessException e) {
            // The unique key decides, because somebody else may add the same name meanwhile.
            if (rows.findByName(tidy).isPresent()) {
                return new Change.Refused(t("There is a team called {0} already.", tidy));
            }
            throw e;
        }
    }

    /// Removes a team. What was sent to it stays with who has it; what nobody has, anybody may
    /// take.
    @Transactional
    public Change remove(long id, long by) {
        var team = find(id).orElseThrow(() -> new NoSuchElementException("No team " + id));
        try {
            if (rows.remove(id) > 0) {
                events.append(new Event.TeamRemoved(id, by));
            }
            return new Change.Done(team);
        } catch (DataAccessException e) {
            // The foreign key decides, because somebody may write such a rule meanwhile.
            if (rows.findById(id).isPresent()) {
                return new Change.Refused(
                        t(
                                "A rule sends cases to {0}. Nothing was changed; send them elsewhere first.",
                                team.name()));
            }
            throw e;
        }
    }

    /// Lets somebody belong to exactly these teams; those that are gone meanwhile are passed over.
    @Transactional
    public void belong(long memberId, Set<Long> teamIds, long by) {
        for (var team : list()) {
            if (teamIds.contains(team.id())) {
                if (rows.join(team.id(), memberId) > 0) {
                    events.append(new Event.TeamJoined(memberId, team.id(), by));
                }
            } else if (rows.leave(team.id(), memberId) > 0) {
                events.append(new Event.TeamLeft(memberId, team.id(), by));
            }
        }
    }
}
