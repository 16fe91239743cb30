package firsthour.reporting;

import firsthour.reporting.DeskFigures.Kind;
import firsthour.reporting.DeskFigures.Looks;
import firsthour.reporting.DeskFigures.Remedies;
import firsthour.reporting.DeskFigures.Rule;
import firsthour.reporting.DeskFigures.Sum;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// Counts how the desk did its work.
@Singleton
class DeskRows {
    private static final int MOST_RULES = 10;

    private final Projection projection;
    private final FigureRows rows;

    DeskRows(Projection projection, FigureRows rows) {
        this.projection = projection;
        this.rows = rows;
    }

    DeskFigures of(Bounds bounds) {
        return new DeskFigures(
                exposure(bounds),
                count(Figure.EXPOSED, bounds),
                new Looks(
                        count(Figure.LOOKS_ASKED, bounds),
                        count(Figure.LOOKS_APPROVED, bounds),
                        count(Figure.LOOKS_EDITED, bounds),
                        count(Figure.LOOKS_SENT_BACK, bounds),
                        count(Figure.LOOKS_LAPSED, bounds)),
                count(Figure.LATE_PAUSES, bounds),
                new Remedies(
                        count(Figure.REMEDIES, bounds),
                        worth(bounds),
                        kinds(bounds),
                        rules(bounds)));
    }

    private long exposure(Bounds bounds) {
        return projection
                .list(
                        "SELECT COALESCE(SUM(%s), 0) DIV 60 ".formatted(Subject.EXPOSURE_SECONDS)
                                + Figure.EXPOSED.rows(),
                        bounds.values(),
                        row -> row.getLong(1))
                .getFirst();
    }

    private List<Sum> worth(Bounds bounds) {
        return projection.list(
                "SELECT w.currency, SUM(w.amount) AS worth "
                        + Figure.REMEDIES.rows()
                        + "AND w.currency IS NOT NULL GROUP BY w.currency ORDER BY w.currency",
                bounds.values(),
                row -> new Sum(row.getString("currency"), row.getBigDecimal("worth")));
    }

    private List<Kind> kinds(Bounds bounds) {
        return Stream.of(
                        Figure.REFUNDS,
                        Figure.DISCOUNTS,
                        Figure.REPLACEMENTS,
                        Figure.OTHER_REMEDIES)
                .map(figure -> new Kind(figure, count(figure, bounds)))
                .filter(kind -> kind.given() > 0)
                .toList();
    }

    private List<Rule> rules(Bounds bounds) {
        var values = bounds.values();
        values.put("most", MOST_RULES);
        return projection.list(
                "SELECT w.house_rule, COUNT(*) AS n "
                        + Figure.REMEDIES.rows()
                        + "GROUP BY w.house_rule ORDER BY n DESC, w.house_rule LIMIT :most",
                values,
                row -> new Rule(row.getString("house_rule"), row.getInt("n")));
    }

    private int count(Figure figure, Bounds bounds) {
        return rows.count(figure, Slice.ALL, bounds);
    }
}
