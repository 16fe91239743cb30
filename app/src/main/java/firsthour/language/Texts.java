package firsthour.language;

import java.math.BigDecimal;
import java.util.Map;

/// What pages say. The English text stands where it is said, and is the key to all others.
public final class Texts {
    private Texts() {}

    /// A text in the language that is spoken here; the English one where it has none.
    ///
    /// @param english with `{0}`, `{1}` … where the values stand; where other languages need two
    ///   words for one of ours, with what it is said of before a bar: `deed|Answer`
    public static String t(String english, Object... values) {
        var text = Catalogue.of(Language.current()).get(english);
        return fill(text == null ? english.substring(english.indexOf('|') + 1) : text, values);
    }

    /// A text about a number of things, which is its `{0}`.
    ///
    /// @param one said of one thing
    /// @param many said of none and of several
    /// @param more what stands at `{1}` …
    public static String count(long number, String one, String many, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = number(number);
        System.arraycopy(more, 0, values, 1, more.length);
        return t(number == 1 ? one : many, values);
    }

    /// A whole number as the language groups it.
    public static String number(long number) {
        return String.format(Language.current().locale(), "%,d", number);
    }

    /// A number as the language writes it, with as many digits behind the point as it has.
    public static String number(BigDecimal number) {
        return String.format(
                Language.current().locale(), "%,." + Math.max(0, number.scale()) + "f", number);
    }

    /// Names a text that is said elsewhere: the catalogue must have it.
    public static String mark(String english) {
        return english;
    }

    /// The texts of our scripts in the language that is spoken here; empty for English.
    public static Map<String, String> ofScripts() {
        return Language.current() == Language.ENGLISH ? Map.of() : Catalogue.SCRIPTS;
    }

    private static String fill(String text, Object... values) {
        if (values.length == 0) {
            return text;
        }
        var filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            int place = close == open + 2 ? Character.digit(text.charAt(open + 1), 10) : -1;
            if (place >= 0 && place < values.length) {
                filled.append(text, from, open).append(values[place]);
                from = close + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }
}
