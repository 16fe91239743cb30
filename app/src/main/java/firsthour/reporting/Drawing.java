package firsthour.reporting;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a plot into SVG that may stand in a page with a strict Content-Security-Policy: style
/// attributes become classes and presentation attributes. All charts have one size.
final class Drawing {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    static final int WIDTH = 400;
    static final int HEIGHT = 190;
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /// Words of a chart without letters, one under the other.
    private static final List<String> NO_FONT =
            List.of(
                    mark("No chart: this server has no font to measure words with."),
                    mark("Install one (apt install fontconfig fonts-dejavu-core)"),
                    mark("and start Firsthour again. The numbers are below."));

    private static final boolean HAS_FONT = hasFont();

    private static final Pattern ROOT = Pattern.compile("<svg [^>]*>");
    private static final Pattern STYLE = Pattern.compile(" style='([^']*)'");
    private static final Pattern TEXT = Pattern.compile("<text x='([^']*)'([^>]*)>([^<]*)</text>");

    private Drawing() {}

    static Chart of(String id, String title, String description, Plot plot) {
        return new Chart(
                title,
                description,
                HAS_FONT ? drawn(id, title, description, plot) : excuse(id, title, description));
    }

    private static String drawn(String id, String title, String description, Plot plot) {
        var chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        var svg = new SVGGraphics2D(WIDTH, HEIGHT);
        svg.setDefsKeyPrefix(id);
        svg.setGeomDoubleConverter(Drawing::shortened);
        svg.setTransformDoubleConverter(Drawing::shortened);
        var info = new ChartRenderingInfo();
        chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), info);
        double left = info.getPlotInfo().getDataArea().getMinX();
        var drawn = svg.getSVGElement();
        drawn =
                TEXT.matcher(drawn)
                        .replaceAll(text -> Matcher.quoteReplacement(anchored(text, left, svg)));
        drawn = STYLE.matcher(drawn).replaceAll(style -> attributes(style.group(1)));
        return ROOT.matcher(drawn)
                .replaceFirst(Matcher.quoteReplacement(head(id, title, description)));
    }

    private static String excuse(String id, String title, String description) {
        var svg = new StringBuilder(head(id, title, description));
        for (int line = 0; line < NO_FONT.size(); line++) {
            svg.append(
                    "<text x='%d' y='%d' text-anchor='middle' class='fill-%s' fill='%s'>%s</text>"
                            .formatted(
                                    WIDTH / 2,
                                    HEIGHT / 2 - 18 + 18 * line,
                                    Ink.TEXT.slug(),
                                    Ink.TEXT.hex(),
                                    t(NO_FONT.get(line))));
        }
        return svg.append("</svg>").toString();
    }

    /// Where fontconfig or every font is missing, AWT throws a plain RuntimeException; where a
    /// library of its own is, a LinkageError.
    private static boolean hasFont() {
        try {
            FONT.getLineMetrics("p90", new FontRenderContext(null, false, false));
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Charts cannot be drawn: {}. {}", NO_FONT.get(1), e.toString());
            return false;
        }
    }

    private static String head(String id, String title, String description) {
        return ("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                        + "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>")
                .formatted(WIDTH, HEIGHT, id, id, id, escaped(title), id, escaped(description));
    }

    /// Readers' fonts are not the server's: what stands left of the plot ends where it ended here,
    /// everything else keeps its middle.
    private static String anchored(MatchResult text, double left, SVGGraphics2D svg) {
        double x = Double.parseDouble(text.group(1));
        double width = svg.getFontMetrics(FONT).stringWidth(unescaped(text.group(3)));
        boolean ends = x + width <= left;
        return "<text x='%s' text-anchor='%s'%s>%s</text>"
                .formatted(
                        shortened(ends ? x + width : x + width / 2),
                        ends ? "end" : "middle",
                        text.group(2),
                        text.group(3));
    }

    private static String attributes(String style) {
        var classes = new StringJoiner(" ", " class='", "'").setEmptyValue("");
        var attributes = new StringBuilder();
        for (var declaration : style.split(";", -1)) {
            var parts = declaration.split(":", 2);
            if (parts.length < 2) {
                continue;
            }
            var name = parts[0].strip();
            var value = parts[1].strip();
            if ((name.equals("fill") || name.equals("stroke")) && value.startsWith("rgb(")) {
                var ink = Ink.ofRgb(value);
                classes.add((name.equals("fill") ? "fill-" : "line-") + ink.slug());
                value = ink.hex();
            }
            if (!name.startsWith("font-") && !value.equals("1.0")) {
                attributes.append(' ').append(name).append("='").append(value).append('\'');
            }
        }
        return Matcher.quoteReplacement(classes + attributes.toString());
    }

    private static String shortened(double number) {
        var text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
