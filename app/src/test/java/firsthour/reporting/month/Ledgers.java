package firsthour.reporting.month;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads what was stored by plain SQL: the log of events, and of everything else only what the
/// world outside said, as it said it. Times come as text in UTC, so that no driver converts them.
final class Ledgers implements AutoCloseable {
    private final Connection connection;

    Ledgers(DataSource database) throws SQLException {
        // The pool itself: a connection of our own, outside of anybody's transaction.
        connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
    }

    /// An event as it stands in the log.
    ///
    /// @param caseId 0 for none
    /// @param mentionId 0 for none
    /// @param data a JSON object
    record Logged(Instant at, String type, long caseId, long mentionId, String data) {}

    /// A post of a customer, with what the model and the table of triage made of it.
    ///
    /// @param judged the model's word; null where it said nothing
    /// @param ratings earlier ones, and until when each stood
    record Written(
            long mentionId,
            String source,
            String network,
            String author,
            Instant published,
            Instant detected,
            int rating,
            @Nullable Instant edited,
            @Nullable String judged,
            @Nullable String topic,
            String language,
            String verdict,
            boolean thanks,
            List<Rated> ratings,
            long followers,
            long reposts) {

        /// Who may have read it: the author's followers, and a hundred for each repost.
        long audience() {
            return followers + 100 * reposts;
        }
    }

    /// Stars that stood until then; 0 for none.
    record Rated(int stars, Instant until) {}

    /// A post of one of our own accounts.
    ///
    /// @param below the mention that it replies to; 0 for none
    record Own(long postId, String account, Instant published, long below) {}

    /// What somebody found a mention to be that was drawn.
    ///
    /// @param label null where nobody has looked
    record Checked(long mentionId, String monday, @Nullable String label) {}

    /// What the log does not say of something that a customer was given.
    ///
    /// @param amount null where it is worth no sum
    record Given(long id, @Nullable BigDecimal amount, @Nullable String currency, String rule) {}

    /// Reads one row.
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reading<T> reading, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (row.next()) {
                    all.add(reading.read(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long addSource(String network) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO source (network, name, settings, created_at) VALUES ('"
                            + network
                            + "', 'All of "
                            + network
                            + "', '{}', '2026-01-01')");
        }
        return list("SELECT MAX(id) FROM source", row -> row.getLong(1)).getFirst();
    }

    /// The cases of a brand that were opened since.
    List<Opened> listOpened(long brand, long since) {
        return list(
                """
                SELECT c.id, c.mention_id, p.source_id, p.external_id, p.author_handle, p.rating,
                  CAST(p.published_at AS CHAR)
                FROM cases c JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id
                WHERE c.brand_id = ? AND c.id > ? ORDER BY c.id
                """,
                row ->
                        new Opened(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6) > 0,
                                instant(row.getString(7))),
                brand,
                since);
    }

    /// Mentions that were listed only, and of which nobody said anything.
    List<Long> listUncorrected(long brand, int most) {
        return list(
                """
                SELECT m.id FROM mention m WHERE m.brand_id = ? AND m.verdict = 'LISTED'
                  AND NOT EXISTS (SELECT 1 FROM correction k WHERE k.mention_id = m.id)
                ORDER BY m.id DESC LIMIT ?
                """,
                row -> row.getLong(1),
                brand,
                most);
    }

    List<Logged> listEvents(long brand) {
        return list(
                """
                SELECT CAST(at AS CHAR), type, case_id, mention_id, data
                FROM event_log WHERE brand_id = ? ORDER BY id
                """,
                row ->
                        new Logged(
                                instant(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getString(5)),
                brand);
    }

    List<Written> listWritten(long brand) {
        return list(
                """
                SELECT m.id, s.name, p.network, p.author_handle, CAST(p.published_at AS CHAR),
                  CAST(p.detected_at AS CHAR), p.rating, CAST(p.edited_at AS CHAR), g.polarity,
                  JSON_VALUE(g.topics, '$[0]'), COALESCE(g.language, 'und'), m.verdict, m.thanks,
                  (SELECT GROUP_CONCAT(COALESCE(r.rating, 0), ' ', r.until ORDER BY r.revision
                    SEPARATOR ',') FROM post_revision r WHERE r.post_id = p.id),
                  p.followers, p.reposts
                FROM post p JOIN source s ON s.id = p.source_id
                  JOIN mention m ON m.post_id = p.id
                  LEFT JOIN score g ON g.mention_id = m.id
                WHERE m.brand_id = ? AND p.author_handle NOT LIKE 'kestrel%' ORDER BY m.id
                """,
                Ledgers::written, brand);
    }

    private static Written written(ResultSet row) throws SQLException {
        var edited = row.getString(8);
        var ratings = row.getString(14);
        return new Written(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                instant(row.getString(5)),
                instant(row.getString(6)),
                row.getInt(7),
                edited == null ? null : instant(edited),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                String.valueOf(row.getString(12)),
                row.getBoolean(13),
                ratings == null
                        ? List.of()
                        : Stream.of(ratings.split(",", -1))
                                .map(one ->
                                        new Rated(
                                                Integer.parseInt(
                                                        one.substring(0, one.indexOf(' '))),
                                                instant(one.substring(one.indexOf(' ') + 1))))
                                .toList(),
                row.getLong(15),
                row.getLong(16));
    }

    /// Posts of a brand's own accounts, which have its name.
    List<Own> listOwn(long brand) {
        return list(
                """
                SELECT p.id, p.author_handle, CAST(p.published_at AS CHAR),
                  (SELECT MIN(m.id) FROM post q JOIN source s ON s.id = q.source_id
                     JOIN mention m ON m.post_id = q.id AND m.brand_id = b.id
                   WHERE s.network = p.network AND q.external_id = p.in_reply_to)
                FROM post p
                JOIN brand b ON p.author_handle LIKE CONCAT(LOWER(b.name), '%')
                WHERE b.id = ? ORDER BY p.id
                """,
                row ->
                        new Own(
                                row.getLong(1),
                                row.getString(2),
                                instant(row.getString(3)),
                                row.getLong(4)),
                brand);
    }

    List<Checked> listChecked(long brand) {
        return list(
                """
                SELECT mention_id, CAST(week AS CHAR), label FROM spot_check WHERE brand_id = ?
                """,
                row -> new Checked(row.getLong(1), row.getString(2), row.getString(3)),
                brand);
    }

    /// By the remedy's number.
    Map<Long, Given> listGiven() {
        return list(
                        "SELECT id, amount, currency, house_rule FROM remedy",
                        row ->
                                new Given(
                                        row.getLong(1),
                                        row.getBigDecimal(2),
                                        row.getString(3),
                                        row.getString(4)))
                .stream()
                .collect(Collectors.toMap(Given::id, Function.identity()));
    }

    static Instant instant(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
