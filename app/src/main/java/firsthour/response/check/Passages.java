package firsthour.response.check;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Parts of a text with their places.
final class Passages {
    private static final Pattern QUOTED =
            Pattern.compile("[\"“„«]([^\"”“»\\n]{2,})[\"”“»]|^>[ \\t]*(.{2,})$", Pattern.MULTILINE);

    private Passages() {}

    /// A part of a text.
    ///
    /// @param end behind its last UTF-16 unit
    record Passage(String text, int start, int end) {
        boolean holds(int from, int to) {
            return from >= start && to <= end;
        }
    }

    /// The sentences of a text, without the white space around them.
    static List<Passage> sentences(String text) {
        var found = new ArrayList<Passage>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            addLines(text, from, to, found);
        }
        return found;
    }

    /// A line is a sentence as well: greetings and farewells end without a stop.
    private static void addLines(String text, int from, int to, List<Passage> found) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || text.charAt(at) == '\n') {
                int first = start;
                int last = at;
                while (first < last && Character.isWhitespace(text.charAt(first))) {
                    first++;
                }
                while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
                    last--;
                }
                if (first < last) {
                    found.add(new Passage(text.substring(first, last), first, last));
                }
                start = at + 1;
            }
        }
    }

    /// What stands between quotation marks, or in a line that begins with `>`, and is the
    /// customer's own: nobody mends other people's words.
    static List<Passage> quotes(String text, String post) {
        var theirs = Words.letters(post);
        var found = new ArrayList<Passage>();
        var matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            int group = matcher.group(1) == null ? 2 : 1;
            var said = Words.letters(matcher.group(group));
            if (!said.isEmpty() && theirs.contains(said)) {
                found.add(
                        new Passage(
                                matcher.group(group), matcher.start(group), matcher.end(group)));
            }
        }
        return found;
    }

    static boolean isQuoted(List<Passage> quotes, int start, int end) {
        return quotes.stream().anyMatch(quote -> quote.holds(start, end));
    }
}
