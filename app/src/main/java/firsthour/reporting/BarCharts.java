package firsthour.reporting;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.language.Language;
import java.awt.BasicStroke;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.CategoryLabelWidthType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/// Stacked bars of mentions by judgement: upright by day, lying by source.
final class BarCharts {
    private static final int SOURCES = 6;
    private static final int LABEL = 20;

    private BarCharts() {}

    static Chart days(WeeklyReport report) {
        var data = new DefaultCategoryDataset();
        for (var day : report.figures().days()) {
            add(data, day.mentions(), format(day.day()));
        }
        var figures = report.figures().mentions();
        return Drawing.of(
                "days",
                t("Mentions by day"),
                count(
                        figures.total(),
                        "Stacked bars from Monday to Sunday: {0} mention in the week, of them {1}.",
                        "Stacked bars from Monday to Sunday: {0} mentions in the week, of them {1}.",
                        spoken(figures)),
                plot(data, PlotOrientation.VERTICAL));
    }

    static Chart sources(WeeklyReport report) {
        var data = new DefaultCategoryDataset();
        var sources = report.figures().sources();
        var shown = sources.size() <= SOURCES ? sources : sources.subList(0, SOURCES - 1);
        for (var source : shown) {
            // The id keeps two long names with one beginning apart; it is not drawn.
            add(data, source.mentions(), new Label(source.id(), shortened(source.name())));
        }
        if (shown.size() < sources.size()) {
            var others = sources.subList(shown.size(), sources.size());
            add(
                    data,
                    others.stream()
                            .map(WeekFigures.SourceCount::mentions)
                            .reduce(Tally.NONE, Tally::plus),
                    new Label(0, t("{0} others", others.size())));
        }
        return Drawing.of(
                "sources",
                t("Mentions by source"),
                sources.isEmpty()
                        ? t("No source had a mention.")
                        : t(
                                "Stacked bars by source, those that say most first: {0}.",
                                shown.stream()
                                        .map(s -> s.name() + " " + s.mentions().total())
                                        .collect(Collectors.joining(", "))),
                plot(data, PlotOrientation.HORIZONTAL));
    }

    private record Label(long id, String text) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Long.compare(id, other.id);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static void add(DefaultCategoryDataset data, Tally tally, Comparable<?> column) {
        for (var judgement : Judgement.values()) {
            data.addValue(tally.of(judgement), judgement, column);
        }
    }

    private static CategoryPlot plot(DefaultCategoryDataset data, PlotOrientation orientation) {
        var renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setMaximumBarWidth(0.12);
        renderer.setItemMargin(0);
        for (int i = 0; i < data.getRowCount(); i++) {
            var judgement = Judgement.valueOf(((Enum<?>) data.getRowKey(i)).name());
            renderer.setSeriesPaint(i, Ink.of(judgement).color());
            renderer.setSeriesOutlinePaint(i, Ink.SURFACE.color());
            renderer.setSeriesOutlineStroke(i, new BasicStroke(0.8f));
        }
        var names = new CategoryAxis();
        names.setTickLabelFont(Drawing.FONT);
        names.setTickLabelPaint(Ink.TEXT.color());
        names.setAxisLinePaint(Ink.AXIS.color());
        names.setTickMarksVisible(false);
        names.setCategoryMargin(0.35);
        names.setLowerMargin(0.03);
        names.setUpperMargin(0.03);
        names.setMaximumCategoryLabelWidthRatio(orientation.isVertical() ? 0.9f : 0.4f);
        names.setCategoryLabelPositions(
                CategoryLabelPositions.replaceBottomPosition(
                        CategoryLabelPositions.STANDARD,
                        // Labels may be wider than their bar.
                        new CategoryLabelPosition(
                                RectangleAnchor.TOP,
                                TextBlockAnchor.TOP_CENTER,
                                CategoryLabelWidthType.RANGE,
                                0.9f)));
        var numbers = new NumberAxis();
        numbers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        numbers.setTickLabelFont(Drawing.FONT);
        numbers.setTickLabelPaint(Ink.TEXT.color());
        numbers.setAxisLineVisible(false);
        numbers.setTickMarksVisible(false);
        if (total(data) == 0) {
            numbers.setRange(0, 5);
        }
        var plot = new CategoryPlot(data, names, numbers, renderer);
        plot.setOrientation(orientation);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plain(plot);
        return plot;
    }

    private static void plain(CategoryPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 2, 0, 8));
        plot.setRangeGridlinePaint(Ink.HAIR.color());
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setNoDataMessage(null);
    }

    private static int total(DefaultCategoryDataset data) {
        int total = 0;
        for (int row = 0; row < data.getRowCount(); row++) {
            for (int column = 0; column < data.getColumnCount(); column++) {
                total += data.getValue(row, column).intValue();
            }
        }
        return total;
    }

    private static String spoken(Tally tally) {
        return Arrays.stream(Judgement.values())
                .filter(judgement -> tally.of(judgement) > 0)
                .map(judgement -> tally.of(judgement) + " " + judgement.words())
                .reduce((a, b) -> a + ", " + b)
                .orElseGet(() -> t("none of any kind"));
    }

    private static String format(LocalDate day) {
        return DateTimeFormatter.ofPattern(t("EEE d"), Language.current().locale()).format(day);
    }

    private static String shortened(String name) {
        return name.length() <= LABEL ? name : name.substring(0, LABEL - 1) + "…";
    }
}
