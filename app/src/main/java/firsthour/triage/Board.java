package firsthour.triage;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the desk stands: who has what, and what breaks next.
///
/// @param people everybody who may work cases, by name
/// @param next the words that are owed and not late yet, what is due first first
/// @param unattended the most urgent cases that nobody has and a manager should see to
public record Board(
        Queue.Counts counts,
        List<Person> people,
        List<Load> teams,
        List<Next> next,
        List<QueueRow> unattended) {
    public Board {
        people = List.copyOf(people);
        teams = List.copyOf(teams);
        next = List.copyOf(next);
        unattended = List.copyOf(unattended);
    }

    /// Somebody and what they have.
    ///
    /// @param late of the open cases, those whose deadline has passed
    /// @param awayUntil empty where they are here, or come back whenever they say
    /// @param cover who stands in while they are away
    /// @param first of their cases, what is due first first
    public record Person(
            long memberId,
            String name,
            int open,
            int late,
            int capacity,
            boolean away,
            Optional<Instant> awayUntil,
            Optional<String> cover,
            List<QueueRow> first) {
        public Person {
            first = List.copyOf(first);
        }
    }

    /// A team and what is on it.
    ///
    /// @param here of its people, those who are not away
    /// @param open cases that its people have
    /// @param capacity of those who are here
    /// @param unclaimed cases that were sent to it and that nobody has
    public record Load(String name, int people, int here, int open, int capacity, int unclaimed) {}

    /// A word that is owed.
    public record Next(QueueRow row, QueueRow.Due due) {}

    /// A person as they are read.
    ///
    /// @param away 1 for who is away, else 0
    @Introspected
    record PersonRow(
            long memberId,
            String name,
            int capacity,
            int away,
            @Nullable Instant awayUntil,
            @Nullable String cover,
            int openCases,
            int lateCases) {

        boolean isAway() {
            return away == 1;
        }

        Person with(List<QueueRow> first) {
            return new Person(
                    memberId,
                    name,
                    openCases,
                    lateCases,
                    capacity,
                    isAway(),
                    Optional.ofNullable(awayUntil).filter(_ -> isAway()),
                    Optional.ofNullable(cover).filter(_ -> isAway()),
                    first);
        }
    }
}
