package firsthour.connectors.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of what really holds the phrase and still stands.
final class LinkReader {
    private static final String SITE = "https://www.reddit.com";
    private static final String NOBODY = "[deleted]";

    private final Phrase phrase;

    LinkReader(String phrase) {
        this.phrase = new Phrase(phrase);
    }

    void read(List<Listing.Child> children, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Listing.Child child : children) {
            Listing.Link link = child.data();
            Optional<String> name =
                    Optional.ofNullable(link).flatMap(given -> PostRules.findId(given.name()));
            Optional<Instant> created =
                    Optional.ofNullable(link).map(Listing.Link::created).flatMap(LinkReader::time);
            if (link == null || name.isEmpty() || created.isEmpty()) {
                rejected.add(new Pull.Rejected(name.orElse("a post"), "It has no id or no time."));
            } else if (link.removedBy() == null) {
                Post post = post(link, name.get(), created.get());
                if (phrase.isIn(post.title().orElse("") + "\n" + post.text())) {
                    posts.add(post);
                }
            }
        }
    }

    private static Post post(Listing.Link link, String name, Instant created) {
        String title = link.title() == null ? "" : link.title().strip();
        String text = PlainText.ofMarkdown(link.text() == null ? "" : link.text());
        return new Post(
                name,
                Optional.ofNullable(link.permalink()).flatMap(path -> Addresses.find(SITE + path)),
                text.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                text.isEmpty() ? title : text,
                author(link.author()),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                created,
                edited(link.edited()));
    }

    private static Optional<Instant> edited(@Nullable JsonNode edited) {
        return Optional.ofNullable(edited)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .flatMap(LinkReader::time);
    }

    private static Optional<Instant> time(double seconds) {
        return Times.ofSeconds((long) seconds);
    }

    private static Optional<Post.Author> author(@Nullable String name) {
        return Optional.ofNullable(name)
                .filter(author -> !author.isBlank() && !author.equals(NOBODY))
                .map(author ->
                        new Post.Author(
                                author,
                                Optional.empty(),
                                author.matches("[A-Za-z0-9_-]+")
                                        ? Optional.of(URI.create(SITE + "/user/" + author))
                                        : Optional.empty(),
                                OptionalLong.empty()));
    }
}
