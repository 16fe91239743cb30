package firsthour.connectors.wordpress;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.reading.Addresses;
import firsthour.connectors.reading.Phrase;
import firsthour.connectors.reading.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Makes posts of comments.
final class CommentReader {
    private final SiteIds ids;

    CommentReader(SiteIds ids) {
        this.ids = ids;
    }

    /// Reads the comments that really hold the phrase.
    void read(
            List<Comment> comments, Phrase phrase, List<Post> posts, List<Pull.Rejected> rejected) {
        for (Comment comment : comments) {
            Optional<Post> post = find(comment);
            if (post.isEmpty()) {
                String where = comment.id() == null ? "a comment" : "comment " + comment.id();
                rejected.add(new Pull.Rejected(where, "It has no id or no time."));
            } else if (phrase.isIn(post.get().text())) {
                posts.add(post.get());
            }
        }
    }

    /// Finds the post in a comment; empty where it has no id or no time.
    Optional<Post> find(Comment comment) {
        return ids.of(comment.id())
                .flatMap(id -> time(comment.date()).map(at -> post(comment, id, at)));
    }

    private Post post(Comment comment, String id, Instant writtenAt) {
        return new Post(
                        id,
                        Addresses.find(comment.link()),
                        Optional.empty(),
                        text(comment.content()),
                        author(comment),
                        Optional.empty(),
                        OptionalInt.empty(),
                        ids.of(comment.parent()),
                        writtenAt,
                        Optional.empty())
                .writtenAs(comment.content() == null ? null : comment.content().rendered());
    }

    private static String text(Comment.@Nullable Content content) {
        return content == null || content.rendered() == null
                ? ""
                : PlainText.ofHtml(content.rendered());
    }

    private static Optional<Post.Author> author(Comment comment) {
        return Optional.ofNullable(comment.authorName())
                .map(PlainText::lineOfHtml)
                .filter(name -> !name.isBlank())
                .map(name ->
                        new Post.Author(
                                name,
                                Optional.empty(),
                                Addresses.find(comment.authorUrl()),
                                OptionalLong.empty()));
    }

    private static Optional<Instant> time(@Nullable String date) {
        try {
            return Optional.ofNullable(date)
                    .map(text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller rejects the comment
        }
    }
}
