package firsthour.reporting.month;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads what was stored by plain SQL, with nothing of the application: times come as text in UTC,
/// so that no driver converts them.
final class Ledgers implements AutoCloseable {
    private final Connection connection;

    Ledgers(DataSource database) throws SQLException {
        // The pool itself: a connection of our own, outside of anybody's transaction.
        connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
    }

    /// An event as it stands in the log.
    ///
    /// @param data a JSON object
    record Logged(Instant at, String type, long caseId, long mentionId, String data) {}

    /// A post.
    ///
    /// @param mentionId 0 where it mentions nobody
    record Written(long mentionId, @Nullable String author, Instant published, Instant detected) {}

    long addSource(String network) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO source (network, name, settings, created_at) VALUES ('"
                            + network
                            + "', 'The month', '{}', '2026-01-01')");
            try (var row = statement.executeQuery("SELECT MAX(id) FROM source")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// The case that a post has opened.
    Optional<Long> findOpened(String post) {
        try (var statement =
                connection.prepareStatement(
                        "SELECT c.id FROM cases c JOIN mention m ON m.id = c.mention_id"
                                + " JOIN post p ON p.id = m.post_id WHERE p.external_id = ?")) {
            statement.setString(1, post);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Logged> listEvents() throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT CAST(at AS CHAR), type, case_id, mention_id, data"
                                        + " FROM event_log WHERE case_id IS NOT NULL ORDER BY id")) {
            var events = new ArrayList<Logged>();
            while (row.next()) {
                events.add(
                        new Logged(
                                instant(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getString(5)));
            }
            return events;
        }
    }

    List<Written> listPosts() throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT COALESCE(m.id, 0), p.author_handle,"
                                        + " CAST(p.published_at AS CHAR), CAST(p.detected_at AS CHAR)"
                                        + " FROM post p LEFT JOIN mention m ON m.post_id = p.id"
                                        + " ORDER BY p.id")) {
            var posts = new ArrayList<Written>();
            while (row.next()) {
                posts.add(
                        new Written(
                                row.getLong(1),
                                row.getString(2),
                                instant(row.getString(3)),
                                instant(row.getString(4))));
            }
            return posts;
        }
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
