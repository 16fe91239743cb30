package firsthour.connectors.discourse;

import firsthour.connectors.reading.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Reads a post as Discourse renders it.
final class Cooked {
    /// What others wrote: quotations, previews of links, and the size and name below an image.
    private static final String NOT_THE_AUTHORS =
            "aside.quote, aside.onebox, .lightbox-wrapper .meta";

    private Cooked() {}

    /// The author's own words.
    static String words(String cooked) {
        Document post = Jsoup.parseBodyFragment(cooked);
        post.outputSettings().prettyPrint(false);
        post.select(NOT_THE_AUTHORS).remove();
        return PlainText.ofHtml(post.body().html());
    }
}
