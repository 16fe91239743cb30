package firsthour.reporting;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/// Waiting times on one logarithmic axis: a dot for each customer, or the middle of each source.
final class StripCharts {
    /// More dots than this would blur into one and make the page heavy.
    private static final int DOTS = 300;

    private static final int LAGS = 6;
    private static final int LABEL = 20;

    private StripCharts() {}

    static Chart responses(WeeklyReport report) {
        var figures = report.figures();
        var words = figures.firstWords();
        var plot =
                plot(
                        new String[] {t("since we saw it"), t("since they wrote")},
                        longest(
                                words.stream()
                                        .map(WeekFigures.FirstWord::sincePublished)
                                        .toList()));
        var hour =
                new ValueMarker(
                        TimeAxis.at(Duration.ofHours(1)),
                        Ink.AXIS.color(),
                        new BasicStroke(1.2f, BasicStroke.CAP_BUTT, 0, 1, new float[] {3, 3}, 0));
        hour.setAlpha(1);
        plot.addDomainMarker(hour);
        var met = new XYSeries("in time");
        var late = new XYSeries("late");
        dots(words, WeekFigures.FirstWord::sinceDetected, 0, met, late);
        dots(words, WeekFigures.FirstWord::sincePublished, 1, met, late);
        var data = new XYSeriesCollection();
        data.addSeries(met);
        data.addSeries(late);
        var renderer = new XYLineAndShapeRenderer(false, true);
        shape(renderer, 0, new Ellipse2D.Double(-2.6, -2.6, 5.2, 5.2), Ink.MET);
        shape(renderer, 1, diamond(3.4), Ink.LATE);
        plot.setDataset(data);
        plot.setRenderer(renderer);
        mark(plot, figures.sinceDetected(), 0);
        mark(plot, figures.sincePublished(), 1);
        return Drawing.of(
                "responses",
                t("Time to the first human word"),
                described(figures.sincePublished(), figures.sinceDetected()),
                plot);
    }

    static Chart lags(WeeklyReport report) {
        var lags = report.figures().lags().stream().limit(LAGS).toList().reversed();
        var plot =
                plot(
                        lags.stream().map(lag -> shortened(lag.source())).toArray(String[]::new),
                        longest(lags.stream().map(lag -> lag.spread().p90()).toList()));
        var middle = new XYSeries("p50");
        var most = new XYSeries("p90");
        for (int i = 0; i < lags.size(); i++) {
            var spread = lags.get(i).spread();
            middle.add(TimeAxis.at(spread.p50()), i);
            most.add(TimeAxis.at(spread.p90()), i);
            plot.addAnnotation(
                    new XYLineAnnotation(
                            TimeAxis.at(spread.p50()),
                            i,
                            TimeAxis.at(spread.p90()),
                            i,
                            new BasicStroke(3),
                            Ink.RANGE.color()));
        }
        var data = new XYSeriesCollection();
        data.addSeries(middle);
        data.addSeries(most);
        var renderer = new XYLineAndShapeRenderer(false, true);
        shape(renderer, 0, new Ellipse2D.Double(-4, -4, 8, 8), Ink.NEGATIVE);
        shape(renderer, 1, new Rectangle2D.Double(-1.2, -6, 2.4, 12), Ink.NEGATIVE);
        plot.setDataset(data);
        plot.setRenderer(renderer);
        return Drawing.of(
                "lags",
                t("Detection lag"),
                lags.isEmpty()
                        ? t("No mention was found in the ordinary way.")
                        : lags.reversed().stream()
                                .map(lag ->
                                        t(
                                                "{0}: half within {1}, nine of ten within {2}.",
                                                lag.source(),
                                                Spoken.time(lag.spread().p50()),
                                                Spoken.time(lag.spread().p90())))
                                .reduce((a, b) -> a + " " + b)
                                .orElseThrow(),
                plot);
    }

    /// For how many customers a dot stands: for one, unless there are very many.
    static int perDot(List<WeekFigures.FirstWord> words) {
        return Math.max(1, Math.ceilDiv(words.size(), DOTS));
    }

    /// Places dots that would cover each other above and below the line, always the same way.
    private static void dots(
            List<WeekFigures.FirstWord> words,
            Function<WeekFigures.FirstWord, Duration> time,
            int row,
            XYSeries met,
            XYSeries late) {
        var crowd = new HashMap<Long, Integer>();
        var inOrder = words.stream().sorted(Comparator.comparing(time)).toList();
        for (int i = 0; i < inOrder.size(); i += perDot(words)) {
            var word = inOrder.get(i);
            double at = TimeAxis.at(time.apply(word));
            int before = crowd.merge(Math.round(at * 22), 1, Integer::sum) - 1;
            int step = (before + 1) / 2;
            double offset = Math.min(step * 0.07, 0.3) * (before % 2 == 0 ? 1 : -1);
            (word.inTime() ? met : late).add(at, row + offset);
        }
    }

    private static void mark(XYPlot plot, @Nullable Spread spread, int row) {
        if (spread == null) {
            return;
        }
        mark(plot, spread.p50(), "p50 ", TextAnchor.BOTTOM_RIGHT, row);
        if (!spread.p90().equals(spread.p50())) {
            mark(plot, spread.p90(), " p90", TextAnchor.BOTTOM_LEFT, row);
        }
    }

    /// The names stand on the outer sides of their lines, so that close ones can be read.
    private static void mark(XYPlot plot, Duration time, String name, TextAnchor side, int row) {
        double at = TimeAxis.at(time);
        plot.addAnnotation(
                new XYLineAnnotation(
                        at, row - 0.36, at, row + 0.36, new BasicStroke(1.4f), Ink.MARK.color()));
        var label = new XYTextAnnotation(name, at, row + 0.38);
        label.setFont(Drawing.FONT);
        label.setPaint(Ink.TEXT.color());
        label.setTextAnchor(side);
        plot.addAnnotation(label);
    }

    private static XYPlot plot(String[] rows, Duration longest) {
        var names = new SymbolAxis(null, rows.length == 0 ? new String[] {""} : rows);
        names.setTickLabelFont(Drawing.FONT);
        names.setTickLabelPaint(Ink.TEXT.color());
        names.setGridBandsVisible(false);
        names.setAxisLineVisible(false);
        names.setTickMarksVisible(false);
        names.setRange(-0.55, Math.max(rows.length, 1) - 0.35);
        var times = new TimeAxis(longest);
        times.setTickLabelFont(Drawing.FONT);
        times.setTickLabelPaint(Ink.TEXT.color());
        times.setAxisLinePaint(Ink.AXIS.color());
        times.setTickMarkPaint(Ink.AXIS.color());
        var plot = new XYPlot(null, times, names, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 2, 0, 8));
        plot.setDomainGridlinePaint(Ink.HAIR.color());
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    private static void shape(XYLineAndShapeRenderer renderer, int series, Shape shape, Ink ink) {
        renderer.setSeriesShape(series, shape);
        renderer.setSeriesPaint(series, ink.color());
    }

    private static Shape diamond(double radius) {
        var path = new Path2D.Double();
        path.moveTo(0, -radius);
        path.lineTo(radius, 0);
        path.lineTo(0, radius);
        path.lineTo(-radius, 0);
        path.closePath();
        return path;
    }

    private static Duration longest(List<Duration> times) {
        return Stream.concat(times.stream(), Stream.of(Duration.ZERO))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static String described(@Nullable Spread published, @Nullable Spread detected) {
        if (published == null || detected == null) {
            return t("Nobody heard from us.");
        }
        return count(
                published.n(),
                "{0} customer heard from us. Since they wrote: half within {1}, nine of ten within {2}, the worst {3}. Since we saw it: half within {4}, nine of ten within {5}, the worst {6}.",
                "{0} customers heard from us. Since they wrote: half within {1}, nine of ten within {2}, the worst {3}. Since we saw it: half within {4}, nine of ten within {5}, the worst {6}.",
                Spoken.time(published.p50()),
                Spoken.time(published.p90()),
                Spoken.time(published.worst()),
                Spoken.time(detected.p50()),
                Spoken.time(detected.p90()),
                Spoken.time(detected.worst()));
    }

    private static String shortened(String name) {
        return name.length() <= LABEL ? name : name.substring(0, LABEL - 1) + "…";
    }
}
