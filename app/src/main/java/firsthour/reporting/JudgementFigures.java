package firsthour.reporting;

import firsthour.reporting.JudgementQuality.Drawn;
import firsthour.reporting.JudgementQuality.Week;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Counts how often people found the judgement right.
@Singleton
public class JudgementFigures {
    private static final String FLAGGED =
            """
            SELECT COUNT(*) AS flagged, COALESCE(SUM(complaint IS NOT NULL), 0) AS judged,
              COALESCE(SUM(complaint), 0) AS correct
            FROM human_judgement
            WHERE brand_id = :brand AND flagged AND detected_at >= :from AND detected_at < :until
            """;
    private static final String DRAWS =
            """
            SELECT d.week, d.pool, SUM(s.label = 'COMPLAINT') AS overlooked,
              SUM(s.label IN ('COMPLAINT', 'FINE')) AS judged
            FROM spot_check_draw d
            JOIN spot_check s ON s.brand_id = d.brand_id AND s.week = d.week
            WHERE d.brand_id = :brand AND d.week >= :monday
            GROUP BY d.week, d.pool
            HAVING judged > 0
            """;

    private final Projection projection;
    private final Clock clock;

    JudgementFigures(Projection projection, Clock clock) {
        this.projection = projection;
        this.clock = clock;
    }

    /// One week's draw.
    private record Draw(LocalDate monday, Week week) {}

    private record Flagged(int all, int judged, int right) {}

    /// Counts the mentions of a brand that were detected in the last weeks and this one.
    ///
    /// @param weeks how many before this one, at least 1
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public JudgementQuality of(ReportedBrand brand, int weeks) {
        var now = clock.instant();
        var first = IsoWeek.of(LocalDate.ofInstant(now, brand.zone())).monday().minusWeeks(weeks);
        var from = IsoWeek.of(first).in(brand.zone()).from();
        var all = flagged(brand.id(), from, now);
        var draws = draws(brand.id(), first);
        int flagged = 0;
        for (var draw : draws) {
            var week = IsoWeek.of(draw.monday()).in(brand.zone());
            flagged += flagged(brand.id(), week.from(), week.to()).all();
        }
        return new JudgementQuality(
                all.all(),
                new Share(all.right(), all.judged()),
                new Drawn(flagged, draws.stream().map(Draw::week).toList()));
    }

    private Flagged flagged(long brandId, Instant from, Instant until) {
        return projection
                .list(
                        FLAGGED,
                        Map.of("brand", brandId, "from", from, "until", until),
                        row ->
                                new Flagged(
                                        row.getInt("flagged"),
                                        row.getInt("judged"),
                                        row.getInt("correct")))
                .getFirst();
    }

    private List<Draw> draws(long brandId, LocalDate monday) {
        return projection.list(
                DRAWS,
                // As text: a driver binds a date in the zone of this JVM.
                Map.of("brand", brandId, "monday", monday.toString()),
                row ->
                        new Draw(
                                LocalDate.parse(row.getString("week")),
                                new Week(
                                        row.getInt("pool"),
                                        new Share(
                                                row.getInt("overlooked"), row.getInt("judged")))));
    }
}
