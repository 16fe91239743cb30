package firsthour.triage;

import firsthour.team.Availability;
import firsthour.team.Team;
import firsthour.team.Teams;
import firsthour.time.Clock;
import firsthour.triage.QueueFilter.Whose;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads how the desk stands.
@Singleton
public class Boards {
    /// Words that are owed, and unattended cases, of each.
    public static final int MOST = 20;

    /// Cases of each person.
    public static final int MOST_OF_ONE = 8;

    private final BoardRows rows;
    private final Queue queue;
    private final Teams teams;
    private final Clock clock;

    Boards(BoardRows rows, Queue queue, Teams teams, Clock clock) {
        this.rows = rows;
        this.queue = queue;
        this.teams = teams;
        this.clock = clock;
    }

    /// The board as it stands.
    ///
    /// @param readerId who looks
    @Transactional(readOnly = true)
    public Board get(long readerId) {
        var all = QueueFilter.all(readerId);
        var people = rows.listPeople(clock.instant(), Availability.USUAL_CAPACITY);
        return new Board(
                queue.findCounts(all).orElseThrow(),
                with(people),
                loads(people),
                next(),
                queue.find(all.narrowed(Whose.UNATTENDED, false), Optional.empty(), MOST).rows());
    }

    private List<Board.Person> with(List<Board.PersonRow> people) {
        var ids =
                people.stream()
                        .filter(one -> one.openCases() > 0)
                        .flatMap(one -> rows.findFirst(one.memberId(), MOST_OF_ONE).stream())
                        .toList();
        var first =
                queue.find(ids).stream()
                        .filter(row -> row.assignee().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.assignee().orElseThrow().memberId()));
        return people.stream()
                .map(one -> one.with(first.getOrDefault(one.memberId(), List.of())))
                .toList();
    }

    private List<Board.Load> loads(List<Board.PersonRow> people) {
        var unclaimed =
                rows.listUnclaimed().stream()
                        .collect(
                                Collectors.toMap(
                                        BoardRows.Unclaimed::teamId,
                                        BoardRows.Unclaimed::unclaimed));
        return teams.list().stream()
                .map(team -> load(team, people, unclaimed.getOrDefault(team.id(), 0)))
                .toList();
    }

    private static Board.Load load(Team team, List<Board.PersonRow> people, int unclaimed) {
        var its = people.stream().filter(one -> team.memberIds().contains(one.memberId())).toList();
        var here = its.stream().filter(one -> !one.isAway()).toList();
        return new Board.Load(
                team.name(),
                its.size(),
                here.size(),
                its.stream().mapToInt(Board.PersonRow::openCases).sum(),
                here.stream().mapToInt(Board.PersonRow::capacity).sum(),
                unclaimed);
    }

    private List<Board.Next> next() {
        var owed = rows.findNext(clock.instant(), MOST);
        Map<Long, QueueRow> byId =
                queue.find(owed.stream().map(BoardRows.Owed::caseId).distinct().toList()).stream()
                        .collect(Collectors.toMap(QueueRow::id, Function.identity()));
        return owed.stream()
                .flatMap(one ->
                        Optional.ofNullable(byId.get(one.caseId())).stream()
                                .map(row ->
                                        new Board.Next(
                                                row,
                                                new QueueRow.Due(
                                                        one.kind(), one.dueAt(), one.soonAt()))))
                .toList();
    }
}
