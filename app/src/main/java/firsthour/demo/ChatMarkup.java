package firsthour.demo;

import firsthour.demo.ChatBlock.Line;
import firsthour.demo.ChatBlock.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the mark-up of Slack's texts as far as alerts use it: quotations, links, bold, italic.
final class ChatMarkup {
    private static final Pattern MARKED =
            Pattern.compile(
                    "<(?<address>[^|>]+)\\|(?<label>[^>]+)>|\\*(?<bold>[^*]+)\\*|^_(?<italic>.+)_$");
    private static final String QUOTE = "> ";

    private ChatMarkup() {}

    static List<Line> lines(String text) {
        return text.lines()
                .map(line ->
                        line.startsWith(QUOTE)
                                ? new Line(true, List.of(plain(line.substring(2))))
                                : new Line(false, spans(line)))
                .toList();
    }

    static boolean leadsToTheWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    private static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        var found = MARKED.matcher(line);
        var end = 0;
        while (found.find()) {
            if (found.start() > end) {
                spans.add(plain(line.substring(end, found.start())));
            }
            if (found.group("address") != null) {
                var address = unescape(found.group("address"));
                var label = unescape(found.group("label"));
                spans.add(new Span(label, false, false, leadsToTheWeb(address) ? address : null));
            } else if (found.group("bold") != null) {
                spans.add(new Span(unescape(found.group("bold")), true, false, null));
            } else {
                spans.add(new Span(unescape(found.group("italic")), false, true, null));
            }
            end = found.end();
        }
        if (end < line.length()) {
            spans.add(plain(line.substring(end)));
        }
        return spans;
    }

    private static Span plain(String text) {
        return new Span(unescape(text), false, false, null);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
