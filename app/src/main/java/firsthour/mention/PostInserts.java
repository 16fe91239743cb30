package firsthour.mention;

import firsthour.connectors.Post;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes new posts by plain batches, which are many times faster than one statement a post.
/// Instants are bound as timestamps: the driver would bind an `Instant` in the zone of this JVM.
@Singleton
class PostInserts {
    private static final int MAX_URL_LENGTH = 2048;
    private static final int MAX_TITLE_LENGTH = 1000;
    private static final int MAX_NAME_LENGTH = 190;
    private static final int MAX_LANGUAGE_LENGTH = 35;

    private static final String INSERT =
            """
            INSERT INTO post (source_id, external_id, network, url, link_key, copy_of, title, text,
              content_key, author_handle, author_name, author_url, followers, reposts, language,
              rating, in_reply_to, reply_key, published_at, edited_at, detected_at, seen_at,
              history)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String KEEP_MARKUP =
            """
            INSERT INTO post_markup (post_id, markup, kept_at) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE markup = VALUES(markup), kept_at = VALUES(kept_at)
            """;

    private final JdbcOperations jdbc;

    PostInserts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// Inserts posts that are not stored yet.
    ///
    /// @param copies ids of the posts that are stored already under a link
    void insert(Posts.Batch batch, List<Post> posts, Map<String, Long> copies) {
        if (posts.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(
                INSERT,
                statement -> {
                    for (var post : posts) {
                        bind(statement, batch, post, copies);
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    private static void bind(
            PreparedStatement row, Posts.Batch batch, Post post, Map<String, Long> copies)
            throws SQLException {
        var link = PostText.linkKey(post).orElse(null);
        var author = post.author();
        int i = 1;
        row.setLong(i++, batch.sourceId());
        row.setString(i++, post.externalId());
        row.setString(i++, batch.network());
        row.setString(i++, link(post.url()));
        row.setString(i++, link);
        row.setObject(i++, link == null ? null : copies.get(link));
        row.setString(i++, cut(post.title(), MAX_TITLE_LENGTH));
        row.setString(i++, post.text());
        row.setString(i++, PostText.contentKey(post));
        row.setString(i++, handle(post));
        row.setString(i++, cut(author.flatMap(Post.Author::name), MAX_NAME_LENGTH));
        row.setString(i++, link(author.flatMap(Post.Author::url)));
        row.setObject(i++, author.map(PostInserts::followers).orElse(null));
        row.setObject(i++, reposts(post));
        row.setString(i++, cut(post.language(), MAX_LANGUAGE_LENGTH));
        row.setObject(i++, rating(post));
        row.setString(i++, cut(post.inReplyTo(), Post.MAX_ID_LENGTH));
        row.setString(i++, PostText.replyKey(post).orElse(null));
        row.setTimestamp(i++, Timestamp.from(post.publishedAt()));
        row.setTimestamp(i++, post.editedAt().map(Timestamp::from).orElse(null));
        row.setTimestamp(i++, Timestamp.from(batch.detectedAt()));
        row.setTimestamp(i++, Timestamp.from(batch.detectedAt()));
        row.setBoolean(i, batch.isHistory(post));
    }

    /// Keeps posts as they were written, where that differs from their text.
    void keepMarkup(List<StoredPost> posts, Instant now) {
        var written = posts.stream().filter(stored -> stored.post().markup().isPresent()).toList();
        if (written.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(
                KEEP_MARKUP,
                statement -> {
                    for (var stored : written) {
                        statement.setLong(1, stored.id());
                        statement.setString(2, stored.post().markup().orElseThrow());
                        statement.setTimestamp(3, Timestamp.from(now));
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    static @Nullable Long reposts(Post post) {
        return post.reposts().isPresent() ? post.reposts().getAsLong() : null;
    }

    static @Nullable Integer rating(Post post) {
        return post.rating().isPresent() ? post.rating().getAsInt() : null;
    }

    /// A title as it is stored.
    static @Nullable String title(Post post) {
        return cut(post.title(), MAX_TITLE_LENGTH);
    }

    /// An author's handle as it is stored.
    static @Nullable String handle(Post post) {
        return cut(post.author().map(Post.Author::handle), MAX_NAME_LENGTH);
    }

    private static @Nullable Long followers(Post.Author author) {
        return author.followers().isPresent() ? author.followers().getAsLong() : null;
    }

    /// A cut link leads nowhere: too long is none.
    private static @Nullable String link(Optional<URI> url) {
        return url.map(URI::toString).filter(u -> u.length() <= MAX_URL_LENGTH).orElse(null);
    }

    private static @Nullable String cut(Optional<String> text, int most) {
        return text.map(t ->
                        t.codePointCount(0, t.length()) <= most
                                ? t
                                : t.substring(0, t.offsetByCodePoints(0, most)))
                .orElse(null);
    }
}
