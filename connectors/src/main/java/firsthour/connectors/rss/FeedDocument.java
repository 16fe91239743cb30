package firsthour.connectors.rss;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import firsthour.connectors.Refusal;
import firsthour.connectors.reading.Excerpt;
import firsthour.connectors.reading.PlainText;
import firsthour.http.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a body turned out to be.
sealed interface FeedDocument {
    record Parsed(SyndFeed feed) implements FeedDocument {}

    record Failed(Refusal why) implements FeedDocument {}

    /// Where the first element or a DOCTYPE begins.
    Pattern START = Pattern.compile("<(!DOCTYPE|[A-Za-z_])", Pattern.CASE_INSENSITIVE);

    /// References to characters that XML forbids; some blogs let them through, and one of them
    /// would make the whole feed unreadable.
    Pattern FORBIDDEN =
            Pattern.compile(
                    "&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));",
                    Pattern.CASE_INSENSITIVE);

    /// Reads a body as a feed. No DOCTYPE is accepted, so no entity can be declared or fetched.
    static FeedDocument read(Answer answer) {
        String host = answer.uri().getHost();
        String xml;
        try {
            xml = FORBIDDEN.matcher(PlainText.clean(decode(answer))).replaceAll("").strip();
        } catch (IOException e) {
            return passing("The feed from " + host + " is in an encoding that is not known here.");
        }
        if (xml.isEmpty()) {
            return passing(host + " sent nothing.");
        }
        Matcher start = START.matcher(xml);
        if (answer.isWebPage() || !start.find()) {
            return changed("What came from " + host + " is no feed" + page(answer) + ".", answer);
        }
        if (xml.charAt(start.start() + 1) == '!') {
            return changed(
                    "What came from " + host + " declares a DOCTYPE, which is not read for safety.",
                    answer);
        }
        return parse(xml, answer);
    }

    private static FeedDocument parse(String xml, Answer answer) {
        String host = answer.uri().getHost();
        try {
            return new Parsed(new SyndFeedInput().build(new StringReader(xml)));
        } catch (ParsingFeedException e) {
            return answer.mediaType().equals("text/html")
                    ? changed("What came from " + host + " is no feed" + page(answer) + ".", answer)
                    : passing("The feed from " + host + " breaks off or is not well-formed XML.");
        } catch (IllegalArgumentException | FeedException e) {
            return changed("What came from " + host + " is neither RSS nor Atom.", answer);
        }
    }

    private static String page(Answer answer) {
        return answer.isWebPage() || answer.mediaType().equals("text/html")
                ? " but a web page, perhaps to sign in"
                : "";
    }

    /// The encoding is what the answer names, else what the XML declares, else UTF-8. The media
    /// type itself is kept from Rome: it would read `text/xml` without a character set as US-ASCII.
    private static String decode(Answer answer) throws IOException {
        String type =
                answer.charset()
                        .map(charset -> "application/xml;charset=" + charset.name())
                        .orElse("application/xml");
        try (Reader reader =
                new XmlReader(new ByteArrayInputStream(answer.body()), type, true, "UTF-8")) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    private static FeedDocument passing(String detail) {
        return new Failed(new Refusal.Transient(detail));
    }

    private static FeedDocument changed(String detail, Answer answer) {
        return new Failed(new Refusal.SourceChanged(detail, Excerpt.of(answer)));
    }
}
