package firsthour.web.board;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.security.SignedIn;
import firsthour.time.Clock;
import firsthour.triage.Board;
import firsthour.triage.Boards;
import firsthour.triage.Queue.Counts;
import firsthour.triage.QueueRow;
import firsthour.web.board.BoardView.Figure;
import firsthour.web.board.BoardView.Line;
import firsthour.web.board.BoardView.Person;
import firsthour.web.board.BoardView.Team;
import firsthour.web.cases.RowViews;
import firsthour.web.shell.TimeLeft;
import firsthour.web.shell.Times;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the board together.
@Singleton
class BoardViews {
    private final Boards boards;
    private final RowViews rows;
    private final Clock clock;

    BoardViews(Boards boards, RowViews rows, Clock clock) {
        this.boards = boards;
        this.rows = rows;
        this.clock = clock;
    }

    BoardView of(SignedIn reader) {
        var board = boards.get(reader.memberId());
        var now = clock.instant();
        return new BoardView(
                seen(board),
                figures(board.counts()),
                board.people().stream().map(one -> person(one, reader, now)).toList(),
                board.teams().stream().map(BoardViews::team).toList(),
                board.next().stream()
                        .map(next -> line("next", next.row(), next.due(), reader, now))
                        .toList(),
                board.unattended().stream()
                        .map(row -> rows.of(row, reader, now, "tab=unattended", null, true))
                        .toList());
    }

    /// The same on all nodes: the hash of an enum differs from one to the next, its name does not.
    private static String seen(Board board) {
        return Integer.toHexString(board.toString().hashCode());
    }

    private static List<Figure> figures(Counts counts) {
        return List.of(
                new Figure(t("cases|Open"), counts.all().inWords(), "/queue"),
                new Figure(t("Running out or late"), counts.soon().inWords(), "/queue?tab=soon"),
                new Figure(t("Unclaimed"), counts.unclaimed().inWords(), "/queue?tab=unclaimed"),
                new Figure(
                        t("Unattended"), counts.unattended().inWords(), "/queue?tab=unattended"));
    }

    private Person person(Board.Person one, SignedIn reader, Instant now) {
        return new Person(
                one.memberId(),
                one.name(),
                load(one.open(), one.capacity()),
                percent(one.open(), one.capacity()),
                one.open() >= one.capacity(),
                one.late() == 0 ? null : t("{0} late", one.late()),
                one.away() ? away(one, reader, now) : null,
                one.first().stream()
                        .flatMap(row -> row.due().stream())
                        .findFirst()
                        .map(due -> left(due, now))
                        .orElse(null),
                one.first().stream()
                        .map(row -> line("of", row, row.due().orElse(null), reader, now))
                        .toList(),
                one.open() - one.first().size());
    }

    private static String away(Board.Person one, SignedIn reader, Instant now) {
        return t("away")
                + one.awayUntil()
                        .map(until -> " " + t("until {0}", Times.moment(until, now, reader.zone())))
                        .orElse("")
                + one.cover().map(cover -> ", " + t("{0} stands in", cover)).orElse("");
    }

    private static Team team(Board.Load load) {
        return new Team(
                load.name(),
                load.here() == load.people()
                        ? t("{0} here", load.here())
                        : t("{0} of {1} here", load.here(), load.people()),
                load(load.open(), load.capacity()),
                percent(load.open(), load.capacity()),
                load.unclaimed() == 0 ? null : t("{0} wait to be claimed", load.unclaimed()));
    }

    private Line line(
            String part, QueueRow row, QueueRow.@Nullable Due due, SignedIn reader, Instant now) {
        var movable = row.assignee().isPresent() && row.offeredTo().isEmpty();
        return new Line(
                "%s-%d-%s".formatted(part, row.id(), due == null ? "none" : due.kind().name()),
                rows.of(row, reader, now, "", null, true),
                due == null ? null : left(due, now),
                due == null ? "" : RowViews.owed(due.kind()),
                row.assignee().map(QueueRow.Assignee::name).orElse(null),
                movable ? "/cases/%d?panel=handover#panel-handover".formatted(row.id()) : null);
    }

    private static TimeLeft left(QueueRow.Due due, Instant now) {
        return RowViews.left(due.soonAt(), due.at(), now);
    }

    private static String load(int open, int capacity) {
        return count(capacity, "{1} of {0} case", "{1} of {0} cases", number(open));
    }

    private static int percent(int open, int capacity) {
        return capacity == 0 ? (open == 0 ? 0 : 100) : Math.min(100, 100 * open / capacity);
    }
}
