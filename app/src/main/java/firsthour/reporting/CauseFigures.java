package firsthour.reporting;

import firsthour.brand.Networks;
import firsthour.reporting.WeeklyReport.BigCause;
import jakarta.inject.Singleton;
import java.util.List;

/// Counts what several customers wrote about.
@Singleton
class CauseFigures {
    private static final int MOST = 5;

    private final Projection projection;
    private final Networks networks;

    CauseFigures(Projection projection, Networks networks) {
        this.projection = projection;
        this.networks = networks;
    }

    /// The biggest first. Customers who cannot be told apart count by their cases. A case counts in
    /// the week in which its customer wrote; what was merged into another one is not counted beside
    /// it.
    List<BigCause> biggest(Bounds bounds) {
        var values = bounds.values();
        values.put("most", MOST);
        values.put("namesOnly", networks.listNamesOnly());
        return projection.list(
                "SELECT u.id, u.title, COUNT(DISTINCT "
                        + Networks.VOICE
                        + """
                        ) AS voices,
                          COUNT(c.answered_at) AS answered, COUNT(*) AS cases
                        FROM cases c JOIN cause u ON u.id = c.cause_id
                          JOIN mention m ON m.id = c.mention_id
                        WHERE c.brand_id = :brand AND c.state <> 'MERGED'
                          AND m.published_at >= :from AND m.published_at < :to
                        GROUP BY u.id HAVING voices > 1
                        ORDER BY voices DESC, u.id LIMIT :most
                        """,
                values,
                row ->
                        new BigCause(
                                row.getLong("id"),
                                row.getString("title"),
                                row.getInt("voices"),
                                row.getInt("answered"),
                                row.getInt("cases")));
    }
}
