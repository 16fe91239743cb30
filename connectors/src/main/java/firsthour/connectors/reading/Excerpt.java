package firsthour.connectors.reading;

import firsthour.http.Answer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/// How an answer begins that could not be read, for whoever mends it.
public final class Excerpt {
    private static final int LINES = 3;
    private static final int LONGEST = 300;

    /// More than is shown: blank lines and masked tokens shorten it.
    private static final int LOOKED_AT = 8_000;

    private static final String MASK = "•••";

    /// What follows such a word is nobody's business, whatever it looks like. Each word is looked
    /// through once, from its first letter: an answer must not make this slow.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)((?<![\\w-])(?=[\\w-]*?(?:token|key|secret|passw(?:or)?d|authorization"
                            + "|session|cookie|signature|assertion))[\\w-]++[\"']?\\s*+[:=]\\s*+"
                            + "[\"']?(?:(?:bearer|basic)\\s++)?"
                            + "|\\b(?:bearer|basic|password)\\s++)"
                            + "[^\\s\"'&<>,;}]++");

    /// Letters and digits in one long row, looked through once as well.
    private static final Pattern ROW =
            Pattern.compile(
                    "(?<![\\w+/=~-])(?=[\\w+/=~-]*?[0-9])(?=[\\w+/=~-]*?[A-Za-z])"
                            + "[\\w+/=~-]{16,}+");

    private Excerpt() {}

    /// At most 300 characters in 3 lines, without what looks like a token. Of a web page what a
    /// person would read.
    public static String of(Answer answer) {
        String text = answer.text();
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return of(answer.isWebPage() ? page(start) : start);
    }

    static String of(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
        String masked = ROW.matcher(NAMED.matcher(clean).replaceAll("$1" + MASK)).replaceAll(MASK);
        String lines =
                masked.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(LINES)
                        .collect(Collectors.joining("\n"));
        return lines.codePointCount(0, lines.length()) <= LONGEST
                ? lines
                : lines.substring(0, lines.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static String page(String html) {
        var page = Jsoup.parse(html);
        return page.title() + "\n" + page.body().text();
    }
}
