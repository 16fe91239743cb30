package firsthour.reporting;

import static firsthour.reporting.Projection.instant;

import firsthour.reporting.WeekFigures.Day;
import firsthour.reporting.WeekFigures.Lag;
import firsthour.reporting.WeekFigures.SourceCount;
import firsthour.reporting.WeeklyReport.Language;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Counts what was said, and how soon it was seen.
@Singleton
class MentionFigures {
    private final Projection projection;

    MentionFigures(Projection projection) {
        this.projection = projection;
    }

    /// So many mentions of one day (0 to 6), source and judgement.
    record Cell(
            int day, long sourceId, String source, Judgement judgement, boolean history, int n) {}

    List<Cell> cells(Bounds bounds) {
        var values = bounds.values();
        var days = bounds.span().days();
        // Boundaries as instants: the database knows no zones.
        var day = new StringBuilder("CASE");
        for (int i = 1; i < days.size(); i++) {
            day.append(" WHEN m.published_at < :day" + i + " THEN " + (i - 1));
            values.put("day" + i, bounds.span().startOf(days.get(i)));
        }
        day.append(" ELSE 6 END");
        return projection.list(
                "SELECT "
                        + day
                        + " AS day, s.id AS source_id, s.name AS source_name, p.history OR m.late AS history, "
                        + Subject.JUDGEMENT
                        + " AS judgement, COUNT(*) AS n "
                        + Figure.MENTIONS.rows()
                        + "GROUP BY day, source_id, source_name, history, judgement",
                values,
                row ->
                        new Cell(
                                row.getInt("day"),
                                row.getLong("source_id"),
                                row.getString("source_name"),
                                Judgement.valueOf(row.getString("judgement")),
                                row.getBoolean("history"),
                                row.getInt("n")));
    }

    static Tally tally(List<Cell> cells) {
        return cells.stream()
                .map(cell -> Tally.of(cell.judgement(), cell.n()))
                .reduce(Tally.NONE, Tally::plus);
    }

    static int history(List<Cell> cells) {
        return cells.stream().filter(Cell::history).mapToInt(Cell::n).sum();
    }

    static List<Day> days(List<Cell> cells, WeekSpan span) {
        return IntStream.range(0, 7)
                .mapToObj(i ->
                        new Day(
                                span.days().get(i),
                                tally(cells.stream().filter(c -> c.day() == i).toList())))
                .toList();
    }

    /// Those that say most first.
    static List<SourceCount> sources(List<Cell> cells) {
        var bySource = new LinkedHashMap<Long, List<Cell>>();
        for (var cell : cells) {
            bySource.computeIfAbsent(cell.sourceId(), id -> new ArrayList<>()).add(cell);
        }
        return bySource.entrySet().stream()
                .map(e ->
                        new SourceCount(
                                e.getKey(), e.getValue().getFirst().source(), tally(e.getValue())))
                .sorted(
                        Comparator.comparing((SourceCount s) -> -s.mentions().total())
                                .thenComparing(SourceCount::name))
                .toList();
    }

    /// By source, those that say most first.
    List<Lag> lags(Bounds bounds) {
        record Seen(long sourceId, String source, Duration after) {}
        var bySource = new LinkedHashMap<Long, List<Seen>>();
        projection
                .list(
                        "SELECT s.id AS source_id, s.name AS source_name, m.published_at, m.detected_at "
                                + Figure.DETECTED.rows()
                                + "ORDER BY s.name, s.id",
                        bounds.values(),
                        row ->
                                new Seen(
                                        row.getLong("source_id"),
                                        row.getString("source_name"),
                                        notNegative(
                                                Duration.between(
                                                        instant(row, "published_at"),
                                                        instant(row, "detected_at")))))
                .forEach(s ->
                        bySource.computeIfAbsent(s.sourceId(), id -> new ArrayList<>()).add(s));
        return bySource.values().stream()
                .flatMap(seen ->
                        Spread.of(seen.stream().map(Seen::after).toList()).stream()
                                .map(spread ->
                                        new Lag(
                                                seen.getFirst().sourceId(),
                                                seen.getFirst().source(),
                                                spread)))
                .sorted(Comparator.comparing((Lag lag) -> -lag.spread().n()))
                .toList();
    }

    List<Language> undetermined(Bounds bounds) {
        var values = bounds.values();
        var narrowed =
                Slice.ALL
                        .judged(Judgement.UNDETERMINED)
                        .narrow(Subject.MENTION, bounds.span(), values);
        return projection.list(
                "SELECT COALESCE(g.language, 'und') AS language, COUNT(*) AS n "
                        + Figure.MENTIONS.rows()
                        + narrowed
                        + " GROUP BY COALESCE(g.language, 'und') ORDER BY n DESC, language",
                values,
                row -> new Language(row.getString("language"), row.getInt("n")));
    }

    static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
