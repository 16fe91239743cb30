package firsthour.connectors.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/// Makes HTML of Markdown. The library calls itself for each level of nesting, and a post that is
/// nested to no end would take the whole pull down with it, again and again.
final class MarkdownReader {
    /// Quotations and lists within each other; nobody writes more by hand.
    private static final int MOST_BLOCKS = 100;

    /// Levels of a document, emphasis included.
    private static final int DEEPEST = 300;

    /// Of emphasis, in one paragraph: each may be a level of its own.
    private static final int MOST_SIGNS = 1_000;

    private static final Pattern PARAGRAPH = Pattern.compile("\n[ \t>]*\n");
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(MOST_BLOCKS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().softbreak("<br>").build();

    private MarkdownReader() {}

    /// Finds the HTML; empty where the text is nested to no end.
    ///
    /// @param markdown clean
    static Optional<String> findHtml(String markdown) {
        if (PARAGRAPH.splitAsStream(markdown).anyMatch(MarkdownReader::isTangled)) {
            return Optional.empty();
        }
        return Optional.of(PARSER.parse(markdown))
                .filter(document -> !isDeep(document))
                .map(HTML::render);
    }

    private static boolean isTangled(String paragraph) {
        return paragraph.chars().filter(c -> c == '*' || c == '_').count() > MOST_SIGNS;
    }

    /// Walks through the document without calling itself.
    private static boolean isDeep(Node document) {
        @Nullable Node node = document;
        int depth = 0;
        while (node != null && depth <= DEEPEST) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return node != null;
    }
}
