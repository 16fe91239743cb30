package firsthour.connectors.reading;

import firsthour.connectors.Post;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What names a post of Bluesky for good: its author's lasting id and the key among the author's
/// posts.
public record AtUri(String did, String key) {
    /// The collection that holds an author's posts.
    public static final String COLLECTION = "app.bsky.feed.post";

    private static final String SITE = "https://bsky.app/profile/";
    private static final Pattern SHAPE =
            Pattern.compile(
                    "at://(did:[a-z]+:[A-Za-z0-9._:-]+)/"
                            + Pattern.quote(COLLECTION)
                            + "/([A-Za-z0-9._:~-]+)");

    /// Finds the names in an `at://` address; empty where it is none that can be kept.
    public static Optional<AtUri> find(@Nullable String uri) {
        if (uri == null || uri.length() > Post.MAX_ID_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = SHAPE.matcher(uri);
        return parts.matches()
                ? Optional.of(new AtUri(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /// Where a person can read the post.
    public URI page() {
        return URI.create(SITE + did + "/post/" + key);
    }

    /// Where a person can read about the author.
    public URI profile() {
        return URI.create(SITE + did);
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + COLLECTION + "/" + key;
    }
}
