package firsthour.reporting;

import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Counts a brand's week. All figures of a report are read from one snapshot, so that they agree
/// with each other while posts arrive.
@Singleton
public class WeeklyReports {
    private static final int OPEN_SHOWN = 8;

    private static final String BRANDS =
            """
            SELECT b.id, b.name, b.zone, b.sample,
              EXISTS (SELECT 1 FROM policy p JOIN policy_target t ON t.policy_id = p.id
                WHERE p.brand_id = b.id
                  AND (t.business AND t.kind IN ('ACKNOWLEDGEMENT', 'ANSWER')
                    OR t.kind = 'ACKNOWLEDGEMENT' AND t.within_seconds <> 3600
                    OR t.kind = 'ANSWER' AND t.within_seconds <> 86400)) AS own_targets
            FROM brand b
            """;

    private final Projection projection;
    private final MentionFigures mentions;
    private final ResponseFigures responses;
    private final FigureRows rows;
    private final Choice choice;
    private final CauseFigures causes;
    private final DeskRows desk;
    private final Clock clock;

    WeeklyReports(
            Projection projection,
            MentionFigures mentions,
            ResponseFigures responses,
            FigureRows rows,
            Choice choice,
            CauseFigures causes,
            DeskRows desk,
            Clock clock) {
        this.projection = projection;
        this.mentions = mentions;
        this.responses = responses;
        this.rows = rows;
        this.choice = choice;
        this.causes = causes;
        this.desk = desk;
        this.clock = clock;
    }

    /// By name.
    @Transactional(readOnly = true)
    public List<ReportedBrand> listBrands() {
        return projection.list(BRANDS + "ORDER BY b.name", Map.of(), this::brand);
    }

    @Transactional(readOnly = true)
    public Optional<ReportedBrand> findBrand(long brandId) {
        return projection
                .list(BRANDS + "WHERE b.id = :id", Map.of("id", brandId), this::brand)
                .stream()
                .findFirst();
    }

    /// The newest week that is over where the brand is.
    public IsoWeek lastComplete(ReportedBrand brand) {
        return IsoWeek.lastComplete(clock.instant(), brand.zone());
    }

    /// Counts a week of a brand and the week before.
    ///
    /// @throws NoSuchElementException when there is no such brand
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public WeeklyReport of(long brandId, IsoWeek week) {
        var bounds = bounds(brandId, week);
        var brand = bounds.brand();
        var now = clock.instant();
        var figures = figures(bounds);
        var last = knownBefore(bounds) ? Bounds.of(brand, bounds.span().previous(), now) : null;
        var before = last == null ? null : figures(last);
        var open = rows.list(Figure.UNANSWERED, Slice.ALL, bounds, 0, OPEN_SHOWN);
        return new WeeklyReport(
                brand,
                bounds.span(),
                now,
                bounds.until(),
                new Telling(bounds, now, figures, before).sentences(),
                figures,
                before,
                responses.dismissals(bounds),
                mentions.undetermined(bounds),
                choice.worthReading(bounds),
                open,
                causes.biggest(bounds),
                desk.of(bounds),
                last == null ? null : desk.of(last));
    }

    /// What stands behind a figure, a page of it.
    ///
    /// @param offset of the first row, from 0
    /// @throws NoSuchElementException when there is no such brand
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FigureList list(long brandId, IsoWeek week, Figure figure, Slice slice, int offset) {
        var bounds = bounds(brandId, week);
        return new FigureList(
                bounds.brand(),
                bounds.span(),
                figure,
                slice,
                rows.count(figure, slice, bounds),
                offset,
                rows.list(figure, slice, bounds, offset, FigureList.PAGE));
    }

    private Bounds bounds(long brandId, IsoWeek week) {
        var brand =
                findBrand(brandId)
                        .orElseThrow(() -> new NoSuchElementException("No brand " + brandId));
        return Bounds.of(brand, week.in(brand.zone()), clock.instant());
    }

    private WeekFigures figures(Bounds bounds) {
        var cells = mentions.cells(bounds);
        var words = responses.firstWords(bounds);
        return new WeekFigures(
                MentionFigures.tally(cells),
                MentionFigures.history(cells),
                MentionFigures.days(cells, bounds.span()),
                MentionFigures.sources(cells),
                mentions.lags(bounds),
                responses.acknowledged(bounds),
                responses.answered(bounds),
                responses.complaintsOnly(bounds),
                words,
                Spread.of(words.stream().map(WeekFigures.FirstWord::sincePublished).toList())
                        .orElse(null),
                Spread.of(words.stream().map(WeekFigures.FirstWord::sinceDetected).toList())
                        .orElse(null),
                responses.count(Figure.WITHOUT_WORD, bounds),
                responses.count(Figure.UNANSWERED, bounds),
                responses.count(Figure.LATE, bounds),
                responses.count(Figure.DISMISSED, bounds),
                responses.foundReplies(bounds),
                responses.recovery(bounds),
                responses.care(bounds));
    }

    /// Whether the weeks before can be compared with: where nothing was known yet, a 0 would claim
    /// that nothing was said.
    private boolean knownBefore(Bounds bounds) {
        return projection.count(
                        """
                        SELECT EXISTS (SELECT 1 FROM mention m
                                WHERE m.brand_id = :brand AND m.published_at < :from)
                            OR EXISTS (SELECT 1 FROM clock k
                                WHERE k.brand_id = :brand AND k.due_at < :from)
                        """,
                        bounds.values())
                > 0;
    }

    private ReportedBrand brand(ResultSet row) throws SQLException {
        return new ReportedBrand(
                row.getLong("id"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("sample"),
                row.getBoolean("own_targets"));
    }
}
