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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of a post as a whole, and the keys that recognise them.
public final class PostText {
    /// Where feeds send a reader who wants to comment: still the page's own post.
    private static final Set<String> PARTS_OF_A_PAGE = Set.of("comments", "respond");

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
    /// fragment that names a part of the page. Empty for reviews, since all reviews of a product
    /// share its page.
    static Optional<String> linkKey(Post post) {
        return post.rating().isPresent() ? Optional.empty() : post.url().flatMap(PostText::linkKey);
    }

    /// The same of a link as a person or a network spelt it; empty where it leads nowhere.
    public static Optional<String> linkKey(String link) {
        try {
            return linkKey(new URI(link));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// The key of the link that the post answers; empty where it names none, or an id.
    static Optional<String> replyKey(Post post) {
        return post.inReplyTo()
                .filter(parent -> parent.startsWith("http://") || parent.startsWith("https://"))
                .flatMap(PostText::linkKey);
    }

    private static Optional<String> linkKey(URI url) {
        if (url.getHost() == null) {
            return Optional.empty();
        }
        var host = url.getHost().toLowerCase(Locale.ROOT);
        var path = url.getRawPath() == null ? "" : url.getRawPath();
        return Optional.of(
                sha256(
                        (host.startsWith("www.") ? host.substring(4) : host)
                                + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                                + post(url.getRawFragment())));
    }

    /// A fragment that names a post of its own: comments and forum posts share their page's address
    /// and differ by it alone.
    private static String post(@Nullable String fragment) {
        var anchor = fragment == null ? "" : fragment.replaceFirst(":~:.*", "");
        return anchor.isEmpty() || PARTS_OF_A_PAGE.contains(anchor) ? "" : "#" + anchor;
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
