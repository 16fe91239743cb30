package firsthour.web.board;

import firsthour.web.cases.RowView;
import firsthour.web.shell.TimeLeft;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the desk stands.
///
/// @param seen tells this board from a later one
/// @param next the words that are owed, what is due first first
@Introspected
public record BoardView(
        String seen,
        List<Figure> figures,
        List<Person> people,
        List<Team> teams,
        List<Line> next,
        List<RowView> unattended) {

    /// A number of cases.
    ///
    /// @param path where they are listed
    public record Figure(String label, String number, String path) {}

    /// Somebody who works cases.
    ///
    /// @param load open cases of how many, in words
    /// @param percent of the capacity, 0 to 100
    /// @param away since when and who stands in; null for who is here
    /// @param oldest the word that they owe first; null where they owe none
    /// @param others how many cases they have beside those that are listed
    public record Person(
            long memberId,
            String name,
            String load,
            int percent,
            boolean full,
            @Nullable String late,
            @Nullable String away,
            @Nullable TimeLeft oldest,
            List<Line> cases,
            int others) {}

    /// A team.
    ///
    /// @param unclaimed what was sent to it and nobody has, in words; null for nothing
    public record Team(
            String name, String people, String load, int percent, @Nullable String unclaimed) {}

    /// A case in a line.
    ///
    /// @param key tells this line from the others on the page
    /// @param who has it; null for nobody
    /// @param handover where it is handed over; null where it cannot be
    public record Line(
            String key,
            RowView row,
            @Nullable TimeLeft left,
            String owed,
            @Nullable String who,
            @Nullable String handover) {}
}
