package firsthour.connectors.businessprofile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes Google's translation out of a text that holds both, in either order.
final class OriginalText {
    private static final Pattern BEHIND_TRANSLATION =
            Pattern.compile(
                    "\\A\\s*\\(Translated by Google\\).*?\\n\\(Original\\)\\s*\\n(.+)\\z",
                    Pattern.DOTALL);
    private static final Pattern BEFORE_TRANSLATION =
            Pattern.compile("\\A(.+?)\\n\\(Translated by Google\\).*\\z", Pattern.DOTALL);

    private OriginalText() {}

    /// What the author wrote.
    static String of(String text) {
        Matcher behind = BEHIND_TRANSLATION.matcher(text);
        if (behind.matches()) {
            return behind.group(1).strip();
        }
        Matcher before = BEFORE_TRANSLATION.matcher(text);
        return (before.matches() ? before.group(1) : text).strip();
    }
}
