package firsthour.connectors.youtube;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.PostRules;
import firsthour.connectors.reading.Query;
import firsthour.connectors.reading.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of comments and of the replies to them.
final class CommentReader {
    private static final URI SITE = URI.create("https://www.youtube.com");

    private CommentReader() {}

    static void read(
            List<Threads.@Nullable Item> threads, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Threads.Item thread : threads) {
            if (thread == null) {
                rejected.add(rejected(null));
                continue;
            }
            for (Comments.Comment comment : thread.comments()) {
                find(comment, thread.video())
                        .ifPresentOrElse(posts::add, () -> rejected.add(rejected(comment)));
            }
        }
    }

    private static Pull.Rejected rejected(Comments.@Nullable Comment comment) {
        return new Pull.Rejected(
                comment == null || comment.id() == null ? "a comment" : "comment " + comment.id(),
                "It has no usable id or no time.");
    }

    /// Finds the post in a comment; empty where it has no usable id or no time.
    ///
    /// @param video below which it stands, where it does not say so itself
    static Optional<Post> find(Comments.@Nullable Comment comment, @Nullable String video) {
        Comments.Snippet snippet = comment == null ? null : comment.snippet();
        return comment == null || snippet == null
                ? Optional.empty()
                : PostRules.findId(comment.id())
                        .flatMap(id ->
                                Times.find(snippet.published())
                                        .map(at -> post(id, snippet, at, video)));
    }

    private static Post post(
            String id, Comments.Snippet snippet, Instant published, @Nullable String video) {
        return new Post(
                id,
                Optional.ofNullable(snippet.video())
                        .or(() -> Optional.ofNullable(video))
                        .map(below -> page(below, id)),
                Optional.empty(),
                snippet.text() == null ? "" : snippet.text(),
                author(snippet),
                Optional.empty(),
                OptionalInt.empty(),
                PostRules.findId(snippet.parent()),
                published,
                Times.find(snippet.updated()).filter(updated -> updated.isAfter(published)));
    }

    private static URI page(String video, String comment) {
        return Query.to(SITE, "/watch").with("v", video).with("lc", comment).uri();
    }

    /// An author is known by the handle, or by the channel where an older account has none.
    private static Optional<Post.Author> author(Comments.Snippet snippet) {
        String name = snippet.name() == null ? "" : snippet.name().strip();
        String channel = snippet.channel() == null ? null : snippet.channel().id();
        String handle = name.startsWith("@") ? name.substring(1) : channel;
        return Optional.ofNullable(handle)
                .filter(known -> !known.isBlank())
                .map(known ->
                        new Post.Author(
                                known,
                                Optional.of(name).filter(shown -> !shown.isEmpty()),
                                Addresses.find(snippet.page()),
                                OptionalLong.empty()));
    }
}
