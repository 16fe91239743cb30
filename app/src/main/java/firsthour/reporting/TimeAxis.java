package firsthour.reporting;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A logarithmic axis of waiting times with the marks that people think in. Its values are decimal
/// logarithms of seconds.
final class TimeAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    private static final Duration LEAST = Duration.ofSeconds(30);
    private static final Duration AT_LEAST_TO = Duration.ofHours(40);

    /// The share of the axis that a word beside the longest time needs.
    private static final double LABEL = 0.1;

    private enum Mark {
        MINUTE(mark("1 min"), Duration.ofMinutes(1)),
        TEN_MINUTES(mark("10 min"), Duration.ofMinutes(10)),
        HOUR(mark("1 h"), Duration.ofHours(1)),
        SIX_HOURS(mark("6 h"), Duration.ofHours(6)),
        DAY(mark("24 h"), Duration.ofHours(24)),
        WEEK(mark("7 d"), Duration.ofDays(7)),
        MONTH(mark("30 d"), Duration.ofDays(30)),
        YEAR(mark("1 year"), Duration.ofDays(365));

        private final String label;
        private final Duration time;

        Mark(String label, Duration time) {
            this.label = label;
            this.time = time;
        }
    }

    /// An axis that reaches from half a minute to at least the longest time, with room for a word
    /// behind it.
    TimeAxis(Duration longest) {
        double lower = at(LEAST) - 0.08;
        setRange(
                lower,
                Math.max(at(AT_LEAST_TO) + 0.1, (at(longest) - LABEL * lower) / (1 - LABEL)));
    }

    /// Where a time stands; what is shorter than half a minute stands at the start.
    static double at(Duration time) {
        var shown = time.compareTo(LEAST) < 0 ? LEAST : time;
        return Math.log10(shown.toMillis() / 1000.0);
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return Stream.of(Mark.values())
                .filter(mark -> getRange().contains(at(mark.time)))
                .map(mark ->
                        new NumberTick(
                                at(mark.time),
                                t(mark.label),
                                TextAnchor.TOP_CENTER,
                                TextAnchor.CENTER,
                                0))
                .toList();
    }
}
