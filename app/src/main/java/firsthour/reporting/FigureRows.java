package firsthour.reporting;

import static firsthour.reporting.Projection.instant;
import static firsthour.reporting.Projection.instantOrNull;
import static firsthour.reporting.Projection.longOrNull;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts and lists what figures are made of.
@Singleton
class FigureRows {
    private final Projection projection;

    FigureRows(Projection projection) {
        this.projection = projection;
    }

    int count(Figure figure, Slice slice, Bounds bounds) {
        var values = bounds.values();
        var narrowed = slice.narrow(figure.subject(), bounds.span(), values);
        return projection.count(
                "SELECT " + figure.subject().counted() + " " + figure.rows() + narrowed, values);
    }

    /// Oldest first.
    List<Listed> list(Figure figure, Slice slice, Bounds bounds, int offset, int most) {
        var values = bounds.values();
        var narrowed = slice.narrow(figure.subject(), bounds.span(), values);
        values.put("most", most);
        values.put("offset", offset);
        return projection.list(
                columns(figure.subject())
                        + figure.rows()
                        + narrowed
                        + figure.subject().grouped()
                        + " ORDER BY "
                        + figure.subject().order()
                        + " LIMIT :most OFFSET :offset",
                values,
                FigureRows::listed);
    }

    /// The opening post of a case.
    Listed getCase(long caseId) {
        return projection
                .list(
                        columns(Subject.CASE) + Subject.CASE.from() + "WHERE c.id = :id",
                        Map.of("id", caseId),
                        FigureRows::listed)
                .getFirst();
    }

    private static String columns(Subject subject) {
        return """
        SELECT c.id AS case_id, c.state AS case_state,
            (SELECT a.name FROM member a WHERE a.id = c.assignee_id) AS assignee,
            p.title, LEFT(p.text, 400) AS words, p.deleted_at, p.rating,
            s.name AS source_name, p.network,
            COALESCE(p.author_name, p.author_handle) AS author, p.url, p.published_at,
        """
                + subject.deadline()
                + ", CASE WHEN m.id IS NOT NULL THEN "
                + Subject.JUDGEMENT
                + " END AS judgement\n";
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                longOrNull(row, "case_id"),
                row.getString("case_state"),
                row.getString("assignee"),
                row.getString("title"),
                row.getString("words"),
                row.getTimestamp("deleted_at") != null,
                stars(row),
                row.getString("source_name"),
                row.getString("network"),
                row.getString("author"),
                row.getString("url"),
                instant(row, "published_at"),
                judgement(row),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "met_at"));
    }

    private static @Nullable Judgement judgement(ResultSet row) throws SQLException {
        var name = row.getString("judgement");
        return name == null ? null : Judgement.valueOf(name);
    }

    private static @Nullable Integer stars(ResultSet row) throws SQLException {
        int stars = row.getInt("rating");
        return row.wasNull() ? null : stars;
    }
}
