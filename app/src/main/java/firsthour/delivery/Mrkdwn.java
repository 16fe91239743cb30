package firsthour.delivery;

import java.net.URI;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Plain text made safe and short for Slack's mark-up.
///
/// The three characters that Slack reads as control characters are escaped
/// (docs.slack.dev/messaging/formatting-message-text), so a post can neither mention anybody nor
/// hide a link. Mattermost and Rocket.Chat also notify on a bare `@all`: an invisible character
/// behind each `@` prevents that.
final class Mrkdwn {
    private static final String CUT = "…";
    private static final String ZERO_WIDTH_SPACE = "\u200b";
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Mrkdwn() {}

    /// Escapes a text on one line and cuts it, between two characters as readers see them, so that
    /// the escaped result is no longer than `most`.
    static String line(String text, int most) {
        return fit(SPACES.matcher(clean(text)).replaceAll(" ").strip(), most, Mrkdwn::escape);
    }

    /// As [#line], for a field that is shown as it is: nothing is escaped.
    static String plain(String text, int most) {
        var line = SPACES.matcher(clean(text)).replaceAll(" ").strip();
        return fit(line, most, character -> character);
    }

    /// As [#line], each line of the text marked as a quotation.
    static String quote(String text, int most) {
        var paragraphs = BLANK_LINES.matcher(clean(text).strip()).replaceAll("\n");
        if (paragraphs.isEmpty()) {
            return "";
        }
        return "> " + fit(paragraphs, most - 2, piece -> escape(piece).replace("\n", "\n> "));
    }

    /// A link behind a label; empty unless it leads to the web, or when it is too long to be sent.
    static String link(URI target, String label, int most) {
        var scheme = target.getScheme();
        if (scheme == null
                || !(scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))) {
            return "";
        }
        var address = target.toASCIIString().replace("|", "%7C").replace("&", "&amp;");
        var link = "<" + address.replace("<", "%3C").replace(">", "%3E") + "|" + label + ">";
        return link.length() > most ? "" : link;
    }

    /// The same text without what readers cannot see: control characters, directional overrides,
    /// halves of surrogate pairs.
    static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point == '\r' || point == '\u2028' || point == '\u2029' ? '\n' : point)
                .filter(Mrkdwn::isVisible)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isVisible(int point) {
        var directional =
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return point == '\n'
                || !(Character.isISOControl(point)
                        || directional
                        || Character.getType(point) == Character.SURROGATE);
    }

    private static String fit(String text, int most, UnaryOperator<String> escaping) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var fitted = new StringBuilder();
        var from = characters.first();
        for (var to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            var piece = escaping.apply(text.substring(from, to));
            // The last character needs no room for the mark that something was cut.
            var room = to == text.length() ? most : most - CUT.length();
            if (fitted.length() + piece.length() > room) {
                return fitted.append(CUT).toString();
            }
            fitted.append(piece);
            from = to;
        }
        return fitted.toString();
    }

    private static String escape(String character) {
        return character
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + ZERO_WIDTH_SPACE);
    }
}
