package firsthour.connectors.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import firsthour.connectors.Post;
import firsthour.connectors.reading.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes posts of a feed's entries.
final class EntryReader {
    /// RSS 2.0 has `mail (name)` for an author; the mail address is nobody's business.
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");

    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z][^>]*>|&(?:[a-zA-Z]{2,8}|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");

    private final SyndFeed feed;
    private final URI base;
    private final Instant now;

    /// @param base what relative links are relative to
    /// @param now stands in for a date that is missing
    EntryReader(SyndFeed feed, URI base, Instant now) {
        this.feed = feed;
        this.base = base;
        this.now = now;
    }

    Post post(SyndEntry entry) {
        Optional<URI> link = link(entry);
        String title = present(entry.getTitleEx()).map(EntryReader::line).orElse("").strip();
        Optional<SyndContent> content = content(entry);
        String body = content.map(EntryReader::words).orElse("");
        return new Post(
                        key(entry, link, title, body),
                        link,
                        body.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                        body.isEmpty() ? title : body,
                        author(entry),
                        language(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        published(entry),
                        date(entry.getUpdatedDate()))
                .writtenAs(content.map(SyndContent::getValue).orElse(null));
    }

    /// The entry's own key, else its link, else a digest of what it says. A key that is too long to
    /// be kept is replaced by its digest.
    private static String key(SyndEntry entry, Optional<URI> link, String title, String body) {
        String key =
                text(entry.getUri())
                        .or(() -> link.map(URI::toString))
                        .orElseGet(() -> "digest:" + Seen.digest(title + "\n" + body));
        return key.length() > Post.MAX_ID_LENGTH ? "digest:" + Seen.digest(key) : key;
    }

    private Optional<URI> link(SyndEntry entry) {
        Optional<String> key = text(entry.getUri());
        // Rome gives the key for a link where there is none: that is one only if it looks like one.
        return text(entry.getLink())
                .filter(link -> !link.equals(key.orElse("")) || link.startsWith("http"))
                .or(() -> key.filter(uri -> uri.startsWith("http")))
                .flatMap(this::resolve)
                .map(GoogleLink::unwrap);
    }

    private Optional<URI> resolve(String link) {
        try {
            return Optional.of(base.resolve(new URI(link.replace(" ", "%20"))));
        } catch (URISyntaxException e) {
            return Optional.empty(); // the entry is worth keeping without its link
        }
    }

    /// The whole text where the feed has it, else the summary.
    private static Optional<SyndContent> content(SyndEntry entry) {
        return Stream.concat(entry.getContents().stream(), present(entry.getDescription()).stream())
                .filter(content -> !words(content).isEmpty())
                .findFirst();
    }

    private static String words(SyndContent content) {
        String value = content.getValue() == null ? "" : content.getValue();
        return isPlain(content, value) ? value.strip() : PlainText.ofHtml(value);
    }

    private static String line(SyndContent content) {
        String value = content.getValue() == null ? "" : content.getValue();
        return (isPlain(content, value) ? value : PlainText.ofHtml(value)).replaceAll("\\s+", " ");
    }

    /// Atom says what it holds; RSS does not, so markup is recognised by its look.
    private static boolean isPlain(SyndContent content, String value) {
        String type = String.valueOf(content.getType()).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text", "text/plain" -> true;
            case "html", "text/html", "xhtml", "application/xhtml+xml" -> false;
            default -> !MARKUP.matcher(value).find();
        };
    }

    /// Not the feed's own author, who need not have written the entry: comments name the blogger.
    private Optional<Post.Author> author(SyndEntry entry) {
        return person(entry.getAuthors())
                .or(() -> text(entry.getAuthor()).flatMap(EntryReader::named));
    }

    private Optional<Post.Author> person(@Nullable List<SyndPerson> people) {
        return (people == null ? List.<SyndPerson>of() : people)
                .stream()
                        .flatMap(person ->
                                text(person.getName()).flatMap(EntryReader::named).stream()
                                        .map(author -> at(author, person)))
                        .findFirst();
    }

    private Post.Author at(Post.Author author, SyndPerson person) {
        return new Post.Author(
                author.handle(),
                author.name(),
                text(person.getUri()).flatMap(this::resolve),
                OptionalLong.empty());
    }

    private static Optional<Post.Author> named(String text) {
        Matcher both = MAIL_AND_NAME.matcher(text);
        String name = both.matches() ? both.group(1).strip() : text;
        return MAIL.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        new Post.Author(
                                name.startsWith("@") ? name.substring(1) : name,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty()));
    }

    private Optional<String> language() {
        return text(feed.getLanguage())
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag())
                .filter(tag -> !tag.equals("und"));
    }

    private Instant published(SyndEntry entry) {
        return date(entry.getPublishedDate()).or(() -> date(entry.getUpdatedDate())).orElse(now);
    }

    private static Optional<Instant> date(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static Optional<SyndContent> present(@Nullable SyndContent content) {
        return Optional.ofNullable(content);
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }
}
