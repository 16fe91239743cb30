package firsthour.connectors.reading;

import java.util.regex.Pattern;

/// Writes plain text in Markdown, so that it is shown as it was written.
public final class Markdown {
    /// Spaces before a line may make it code.
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");

    /// Underscores within a word mean nothing, and stand in addresses; so do most ampersands.
    private static final Pattern SIGNS =
            Pattern.compile("[\\\\*`\\[\\]<]|(?<!\\w)_|_(?!\\w)|&(?=#?\\w+;)");

    /// What makes a heading, a quotation, a list or a box at the beginning of a line.
    private static final Pattern BEGINNINGS = Pattern.compile("(?m)^([0-9]{0,9})([.)#>+=~:-])");

    /// A single end of a line, which is shown as a space.
    private static final Pattern BREAKS = Pattern.compile("(?<!\\n)\\n(?!\\n)");

    private Markdown() {}

    /// The Markdown of a text.
    public static String of(String text) {
        String flush = INDENT.matcher(text.strip()).replaceAll("");
        String signs = SIGNS.matcher(flush).replaceAll("\\\\$0");
        String lines = BEGINNINGS.matcher(signs).replaceAll("$1\\\\$2");
        return BREAKS.matcher(lines).replaceAll("  \n");
    }
}
