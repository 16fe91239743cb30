package firsthour.connectors.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
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

/// Makes posts of posts and comments.
final class ThingReader {
    private static final String SITE = "https://www.reddit.com";
    private static final String NOBODY = "[deleted]";

    private ThingReader() {}

    static void read(List<Listing.Child> children, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Listing.Child child : children) {
            Optional<Listing.Thing> thing = Optional.ofNullable(child.data());
            Optional<Post> post = thing.flatMap(ThingReader::find);
            if (post.isPresent()) {
                posts.add(post.get());
            } else {
                String where =
                        thing.flatMap(given -> PostRules.findId(given.name())).orElse("a post");
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            }
        }
    }

    /// Finds the post in a post or comment; empty where it has no id or no time.
    static Optional<Post> find(Listing.Thing thing) {
        return PostRules.findId(thing.name())
                .flatMap(name ->
                        Optional.ofNullable(thing.created())
                                .flatMap(ThingReader::time)
                                .map(at -> post(thing, name, at)));
    }

    /// What was taken down has no words any more.
    private static Post post(Listing.Thing thing, String name, Instant created) {
        String title = thing.title() == null || thing.isGone() ? "" : thing.title().strip();
        String text = thing.isGone() ? "" : PlainText.ofMarkdown(markdown(thing));
        return new Post(
                        name,
                        page(thing),
                        text.isEmpty() || title.isEmpty() ? Optional.empty() : Optional.of(title),
                        text.isEmpty() ? title : text,
                        author(thing.author()),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.ofNullable(thing.parent()),
                        created,
                        edited(thing.edited()))
                .reposted(thing.crossposts())
                .writtenAs(thing.isGone() ? null : markdown(thing));
    }

    /// Where a person reads it.
    static Optional<URI> page(Listing.Thing thing) {
        return Optional.ofNullable(thing.permalink()).flatMap(path -> Addresses.find(SITE + path));
    }

    private static String markdown(Listing.Thing thing) {
        if (thing.body() != null) {
            return thing.body();
        }
        return thing.text() == null ? "" : thing.text();
    }

    private static Optional<Instant> edited(@Nullable JsonNode edited) {
        return Optional.ofNullable(edited)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .flatMap(ThingReader::time);
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
