package firsthour.connectors.steam;

import java.util.regex.Pattern;

/// Takes Steam's markup out of a text. What only looks like it, such as `[sic]`, stays.
final class BbCode {
    private static final Pattern LINE =
            Pattern.compile("\\[/?(?:h[1-6]|list|olist|quote|code|table|tr|p|hr)(?:=[^\\]]*)?]");
    private static final Pattern POINT = Pattern.compile("\\[\\*]");
    private static final Pattern INLINE =
            Pattern.compile("\\[/?(?:b|i|u|strike|spoiler|noparse|url|img|th|td)(?:=[^\\]]*)?]");

    private BbCode() {}

    static String text(String marked) {
        String broken = LINE.matcher(marked).replaceAll("\n");
        String listed = POINT.matcher(broken).replaceAll("\n- ");
        return INLINE.matcher(listed).replaceAll("").replaceAll("[ \t]*\n\\s*", "\n").strip();
    }
}
