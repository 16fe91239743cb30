package firsthour.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The ways in which one character stands in JSON (RFC 8259, section 7), in HTML (character
/// references) and in an address (RFC 3986, section 2.1, and what forms make of it).
final class Written {
    private static final Map<Integer, String> NAMES =
            Map.of(
                    (int) '&', "&amp;",
                    (int) '<', "&lt;",
                    (int) '>', "&gt;",
                    (int) '"', "&quot;",
                    (int) '\'', "&apos;");

    /// Any number of them stands for one: lines and blanks are joined on the way.
    private static final Pattern BLANKS =
            Pattern.compile(
                    "(?:\\s|\\+|%20|%0[aAdD9]|\\\\[nrt]|\\\\u0020|&nbsp;|&#(?:32|x20|160);)++");

    /// How a sign begins that takes more than one character.
    private static final Pattern BEGUN =
            Pattern.compile(
                    "\\\\(?:u\\p{XDigit}{0,3})?|&#?\\w{0,6}"
                            + "|(?:%\\p{XDigit}{2}){0,3}(?:%\\p{XDigit}?)?");

    private Written() {}

    /// Where the character ends that stands at this place; the place itself where another does.
    static int end(String text, int at, int sought) {
        if (sought == ' ') {
            var blanks = BLANKS.matcher(text).region(at, text.length());
            return blanks.lookingAt() ? blanks.end() : at;
        }
        int longest =
                text.startsWith(Character.toString(sought), at)
                        ? at + Character.charCount(sought)
                        : at;
        for (var sign : signs(sought)) {
            if (text.regionMatches(true, at, sign, 0, sign.length())) {
                longest = Math.max(longest, at + sign.length());
            }
        }
        return longest;
    }

    /// Whether a text may be how one character begins; true of an empty one.
    static boolean isBegun(String text) {
        return BEGUN.matcher(text).matches();
    }

    /// All but the character itself; upper and lower case are the same in them.
    private static List<String> signs(int character) {
        var itself = Character.toString(character);
        var signs = new ArrayList<String>();
        if ("\"\\/".contains(itself)) {
            signs.add("\\" + itself);
        }
        var json = new StringBuilder();
        itself.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
        signs.add(json.toString());
        var address = new StringBuilder();
        for (byte octet : itself.getBytes(UTF_8)) {
            address.append("%%%02x".formatted(octet));
        }
        signs.add(address.toString());
        signs.add("&#" + character + ";");
        signs.add("&#0" + character + ";");
        signs.add("&#x" + Integer.toHexString(character) + ";");
        if (NAMES.containsKey(character)) {
            signs.add(NAMES.get(character));
        }
        return signs;
    }
}
