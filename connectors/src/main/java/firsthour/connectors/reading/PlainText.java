package firsthour.connectors.reading;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Makes text that can be stored, matched and shown.
public final class PlainText {
    private PlainText() {}

    /// The words of an HTML fragment: paragraphs apart by an empty line, `<br>` as a line break,
    /// scripts and styles left out. Where a link leads stands in parentheses behind its words,
    /// unless they say so or name an account or a tag.
    public static String ofHtml(String html) {
        Words words = new Words();
        Jsoup.parseBodyFragment(clean(html)).body().traverse(words);
        return words.toString();
    }

    /// The words of Markdown as CommonMark reads it, HTML inside it included. What is nested to no
    /// end stays as it was written.
    public static String ofMarkdown(String markdown) {
        String text = clean(markdown);
        return MarkdownReader.findHtml(text).map(PlainText::ofHtml).orElseGet(text::strip);
    }

    /// The words of an HTML fragment on one line.
    public static String lineOfHtml(String html) {
        return ofHtml(html).replaceAll("\\s+", " ");
    }

    /// Takes out what no reader sees and some stores refuse: NUL and other control characters are
    /// dropped, line ends become `\n`, halves of surrogate pairs and non-characters become U+FFFD.
    public static String clean(String text) {
        if (text.chars().allMatch(PlainText::isOrdinary)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .map(c -> isBroken(c) ? 0xFFFD : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// The first `most` characters, cut between two characters and marked with an ellipsis; the
    /// whole text when it is short enough.
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    private static boolean isOrdinary(int unit) {
        return (unit >= ' ' && unit < 0x7F) || unit == '\n' || (unit >= 0xA0 && unit < 0xD800);
    }

    private static boolean isBroken(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /// Writes words down as it walks through a document.
    private static final class Words implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int breaks;
        private int linkStart;
        private boolean space;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                write(words);
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    breaks++;
                } else if (element.normalName().equals("a")) {
                    linkStart = text.length();
                } else if (element.isBlock()) {
                    separate(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("a")) {
                    lead(element.attr("href").strip());
                }
                if (element.isBlock()) {
                    separate(element);
                }
            }
        }

        private void lead(String address) {
            int start = linkStart;
            while (start < text.length()
                    && (text.charAt(start) == ' ' || text.charAt(start) == '\n')) {
                start++;
            }
            String shown = text.substring(start);
            text.setLength(start);
            text.append(LinkWords.of(shown, address));
        }

        private void separate(Element element) {
            breaks = Math.max(breaks, element.normalName().equals("p") ? 2 : 1);
        }

        private void write(TextNode words) {
            boolean verbatim = isVerbatim(words);
            String whole = words.getWholeText();
            for (int i = 0; i < whole.length(); i++) {
                char c = whole.charAt(i);
                if (verbatim && c == '\n') {
                    breaks++;
                } else if (c == ' ' || c == '\n' || c == '\t' || c == '\u00A0') {
                    space = true;
                } else {
                    gap();
                    text.append(c);
                }
            }
        }

        private static boolean isVerbatim(TextNode words) {
            Element parent = words.parent();
            return parent != null && parent.closest("pre") != null;
        }

        private void gap() {
            if (!text.isEmpty()) {
                text.append("\n".repeat(Math.min(breaks, 2)));
                if (breaks == 0 && space) {
                    text.append(' ');
                }
            }
            breaks = 0;
            space = false;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
