package firsthour.connectors;

import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Changes a part of an XML document.
final class GarbledXml {
    private GarbledXml() {}

    static String change(Document document, Garble.Flaw.Part part) {
        List<Element> elements = document.getAllElements();
        if (elements.size() < 2) {
            return document.outerHtml();
        }
        // The first one is the document itself.
        Element one = elements.get(1 + part.at() % (elements.size() - 1));
        Element other = elements.get(1 + part.other() % (elements.size() - 1));
        switch (part.change()) {
            case REMOVE -> one.remove();
            case REPLACE -> one.empty().appendChild(new TextNode(part.oddity()));
            case REPLACE_ALIKE -> {
                String oddity = Oddities.VALUES.get(part.other() % Oddities.VALUES.size());
                one.empty().appendChild(new TextNode(oddity.replace("\"", "")));
            }
            case RENAME -> one.tagName(part.other() % 2 == 0 ? "x:" + one.tagName() : "entry");
            case REPEAT -> one.after(one.clone());
            case REPEAT_ID -> {
                List<Element> alike = document.getElementsByTag(one.tagName());
                one.text(alike.get(part.other() % alike.size()).text());
            }
            case WRAP -> one.wrap("<entry></entry>");
            case SWAP -> {
                one.clearAttributes();
                one.appendChild(new Comment(part.oddity().replace("-", "")));
                if (!one.equals(other) && other.parents().stream().noneMatch(one::equals)) {
                    one.appendChild(other);
                }
            }
            case UNWRAP -> one.unwrap();
        }
        return document.outerHtml();
    }
}
