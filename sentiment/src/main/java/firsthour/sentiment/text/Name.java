package firsthour.sentiment.text;

import java.util.Optional;

/// A brand's name as it is looked for in posts, whatever its case.
///
/// In running text "Northline Parcel" is two words with any white space or hyphen between them, a
/// version, a possessive or plural s behind them, and never a part of another word. A hashtag or an
/// account is the brand's where it is the name without spaces (@NorthlineParcel), or the name's
/// first word if that is long enough to stand alone (#northline), alone or with something behind it
/// that a capital letter, a digit or a line sets apart (#NorthlineFail, @Northline_Help).
final class Name {
    /// Letters and digits of a first word that may stand for the whole name in a hashtag; "The" and
    /// "Bank" may not.
    private static final int STANDS_ALONE = 6;

    /// Letters and digits of a name that may have a plural's s: "his" does not name "Hi".
    private static final int TAKES_A_PLURAL = 3;

    /// Digits of a version that may follow at once: "Northline2".
    private static final int VERSION = 4;

    private final String written;
    private final String joined;
    private final String first;

    private Name(String written) {
        this.written = written;
        this.joined = joined(written);
        int gap = 0;
        while (gap < written.length() && written.charAt(gap) > ' ') {
            gap++;
        }
        String word = joined(written.substring(0, gap));
        this.first = word.length() >= STANDS_ALONE ? word : joined;
    }

    /// A name to look for; empty where it has no letter or digit.
    static Optional<Name> of(String brand) {
        int from = 0;
        int to = brand.length();
        while (from < to && !Character.isLetterOrDigit(brand.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(brand.charAt(to - 1))) {
            to--;
        }
        return from == to ? Optional.empty() : Optional.of(new Name(brand.substring(from, to)));
    }

    /// Where the name ends that starts at an offset of a text; -1 where it does not start there.
    int end(String text, int start) {
        if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            return -1;
        }
        int at = start;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ') {
                at = skipGap(text, at);
            } else if (at < text.length() && same(text.charAt(at), c)) {
                at++;
            } else if (!isApostrophe(c)) {
                // Without its apostrophe a name is the same.
                return -1;
            }
        }
        return wordEnd(text, at);
    }

    /// Whether a hashtag's or an account's letters, without its sign, name the brand.
    boolean isTag(String text, int start, int end) {
        return isTag(joined, text, start, end) || isTag(first, text, start, end);
    }

    private boolean isTag(String name, String text, int start, int end) {
        int at = start;
        for (int i = 0; i < name.length(); i++) {
            while (at < end && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            if (at == end || !same(text.charAt(at), name.charAt(i))) {
                return false;
            }
            at++;
        }
        return wordEnd(text, at) == end || isSetApart(text, at);
    }

    private static boolean isSetApart(String text, int at) {
        char c = text.charAt(at);
        return !Character.isLetter(c)
                || (Character.isUpperCase(c) && Character.isLowerCase(text.charAt(at - 1)));
    }

    private static int skipGap(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) <= ' ')) {
            at++;
        }
        return at;
    }

    /// After the number of a version and a plural's s; -1 in the middle of another word.
    private int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < VERSION && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (joined.length() >= TAKES_A_PLURAL && at < text.length() && same(text.charAt(at), 's')) {
            at++;
        }
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at)) ? -1 : at;
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other)
                || (isApostrophe(one) && isApostrophe(other));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '`';
    }

    private static String joined(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
