package firsthour.mention;

import firsthour.connectors.Post;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The words of a post as a whole, and the keys that recognise them.
public final class PostText {
    private PostText() {}

    /// Title and text as they are matched, judged and shown: offsets of phrases count in this text.
    public static String joined(@Nullable String title, String text) {
        return title == null || title.isBlank() ? text : title + "\n\n" + text;
    }

    static String joined(Post post) {
        return joined(post.title().orElse(null), post.text());
    }

    /// SHA-256 of what a reader sees: an edit changes it.
    static String contentKey(Post post) {
        return sha256(joined(post) + "\u0000" + post.rating());
    }

    /// SHA-256 of the link without what varies between copies: scheme, `www.`, a trailing slash, a
    /// fragment. Empty for reviews, since all reviews of a product share its page.
    static Optional<String> linkKey(Post post) {
        return post.rating().isPresent()
                ? Optional.empty()
                : post.url().filter(url -> url.getHost() != null).map(PostText::linkKey);
    }

    /// The key of the link that the post answers; empty where it names none, or an id.
    static Optional<String> replyKey(Post post) {
        return post.inReplyTo().flatMap(PostText::linkKey);
    }

    /// The key of a link as it is written; empty for what is none.
    public static Optional<String> linkKey(String link) {
        return Optional.of(link)
                .filter(it -> it.startsWith("http://") || it.startsWith("https://"))
                .flatMap(PostText::url)
                .filter(url -> url.getHost() != null)
                .map(PostText::linkKey);
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String linkKey(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        var path = url.getRawPath() == null ? "" : url.getRawPath();
        return sha256(
                (host.startsWith("www.") ? host.substring(4) : host)
                        + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
