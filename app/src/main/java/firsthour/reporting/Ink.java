package firsthour.reporting;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The colours that charts are drawn with. Each is a name for the style sheet, which paints it for
/// light, dark and paper; the colour given here serves where there is no style sheet. All differ,
/// so that the drawing can be translated back to names.
enum Ink {
    TEXT(0x3d3a36),
    HAIR(0xd9d6d0),
    AXIS(0x9b968e),
    NEGATIVE(0x1f4d4f),
    NEUTRAL(0x8fa3a1),
    POSITIVE(0xc3d3cf),
    UNDETERMINED(0xe4e1da),
    UNJUDGED(0xf0eeea),
    MET(0x2f7d5b),
    LATE(0xb3382c),
    MARK(0x2b2926),
    RANGE(0xb9c9c7),
    SURFACE(0xfdfcfa);

    private static final Map<String, Ink> BY_RGB =
            Arrays.stream(values()).collect(Collectors.toMap(Ink::rgb, Function.identity()));

    private final Color color;

    Ink(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }

    String hex() {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    /// The name in the style sheet, after `fill-` or `line-`.
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As the drawing library writes it: `rgb(31,77,79)`.
    static Ink ofRgb(String rgb) {
        var ink = BY_RGB.get(rgb);
        if (ink == null) {
            throw new IllegalStateException(
                    "A chart was drawn with a colour without a name: " + rgb);
        }
        return ink;
    }

    static Ink of(Judgement judgement) {
        return valueOf(judgement.name());
    }

    private String rgb() {
        return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
    }
}
