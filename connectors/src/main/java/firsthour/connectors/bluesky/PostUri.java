package firsthour.connectors.bluesky;

import firsthour.connectors.Post;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What names a post for good: its author's lasting id and the key among the author's posts.
record PostUri(String did, String key) {
    static final String COLLECTION = "app.bsky.feed.post";
    private static final String SITE = "https://bsky.app/profile/";
    private static final Pattern SHAPE =
            Pattern.compile(
                    "at://(did:[a-z]+:[A-Za-z0-9._:-]+)/"
                            + Pattern.quote(COLLECTION)
                            + "/([A-Za-z0-9._:~-]+)");

    /// Finds the names in an `at://` address; empty where it is none that can be kept.
    static Optional<PostUri> find(@Nullable String uri) {
        if (uri == null || uri.length() > Post.MAX_ID_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = SHAPE.matcher(uri);
        return parts.matches()
                ? Optional.of(new PostUri(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /// Where a person can read the post.
    URI page() {
        return URI.create(SITE + did + "/post/" + key);
    }

    /// Where a person can read about the author.
    URI profile() {
        return URI.create(SITE + did);
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + COLLECTION + "/" + key;
    }
}
