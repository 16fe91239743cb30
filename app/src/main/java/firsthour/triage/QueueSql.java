package firsthour.triage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds the statement that picks cases: only the conditions that are asked for, so that each
/// combination finds its index.
final class QueueSql {
    /// The cheapest comes first: few texts have the words at all.
    private static final String HAS_WORDS =
            "(LOCATE(?, CONCAT_WS(' ', p.title, p.text)) > 0"
                    + " AND CONCAT_WS(' ', p.title, p.text) REGEXP ?)";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private QueueSql() {}

    /// The ids of one page, with their places in the order. Words are looked for case by case, in
    /// that order: quick where most posts have them.
    static QueueSql page(QueueFilter filter, Optional<QueueCursor> after, Instant now, int most) {
        var query = new QueueSql();
        query.page(filter, after, now, most, false);
        return query;
    }

    /// The same by the index of words: quick where few posts have them. Where there are many, the
    /// database reads them all before it shows the first.
    ///
    /// @param patience after which it gives up
    static QueueSql pageByWords(
            QueueFilter filter,
            Optional<QueueCursor> after,
            Instant now,
            int most,
            Duration patience) {
        var query = new QueueSql();
        query.sql.append("SET STATEMENT max_statement_time = ? FOR ");
        query.values.add(patience.toMillis() / 1000.0);
        query.page(filter, after, now, most, true);
        return query;
    }

    private void page(
            QueueFilter filter,
            Optional<QueueCursor> after,
            Instant now,
            int most,
            boolean byWords) {
        sql.append(
                filter.closed()
                        ? "SELECT c.id, 0 AS priority, c.closed_at AS place"
                        : "SELECT c.id, c.priority, c.due_order AS place");
        from(filter, now, byWords);
        after.ifPresent(place -> after(filter, place));
        sql.append(
                filter.closed()
                        ? " ORDER BY c.closed_at DESC, c.id DESC"
                        : " ORDER BY c.priority DESC, c.due_order, c.id");
        sql.append(" LIMIT ?");
        values.add(most);
    }

    /// How many each filter has, in a column for each, counted no further than is asked for.
    static QueueSql counts(List<QueueFilter> filters, Instant now, int most) {
        var query = new QueueSql();
        for (var filter : filters) {
            query.sql.append(query.sql.isEmpty() ? "SELECT" : ",");
            query.sql.append(" (SELECT COUNT(*) FROM (SELECT 1");
            query.from(filter, now, false);
            query.sql.append(" LIMIT ?) counted)");
            query.values.add(most);
        }
        return query;
    }

    /// How many of a filter's cases began their episode after an instant.
    static QueueSql countSince(QueueFilter filter, Instant since, Instant now, int most) {
        var query = new QueueSql();
        query.sql.append("SELECT COUNT(*) FROM (SELECT 1");
        query.from(filter, now, false);
        query.and("c.episode_started_at > ?", since);
        query.sql.append(" LIMIT ?) counted");
        query.values.add(most);
        return query;
    }

    String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value instanceof Instant at) {
                // The driver would bind an Instant in the zone of this JVM.
                statement.setTimestamp(i + 1, Timestamp.from(at));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private void from(QueueFilter filter, Instant now, boolean byWords) {
        sql.append(" FROM cases c");
        var words = filter.words();
        words.filter(_ -> byWords).ifPresent(this::joinFound);
        words.filter(_ -> !byWords)
                .ifPresent(_ ->
                        sql.append(
                                " JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id"));
        if (filter.whose() == QueueFilter.Whose.HANDED) {
            // The few that wait for the reader, by their indexes, instead of a look at each case.
            sql.append(
                    " JOIN (SELECT id FROM cases WHERE state = 'OPEN' AND offered_to_id = ?"
                            + " UNION SELECT case_id FROM help"
                            + " WHERE helper_id = ? AND answered_at IS NULL) handed"
                            + " ON handed.id = c.id");
            values.add(filter.readerId());
            values.add(filter.readerId());
        }
        sql.append(filter.closed() ? " WHERE c.closed_at IS NOT NULL" : " WHERE c.state = 'OPEN'");
        filter.brandId().ifPresent(brandId -> and("c.brand_id = ?", brandId));
        switch (filter.whose()) {
            case ALL -> {}
            case MINE -> and("c.assignee_id = ?", filter.readerId());
            case UNCLAIMED -> and("c.assignee_id IS NULL");
            // Joined already.
            case HANDED -> {}
            case UNATTENDED -> and("c.unattended_at IS NOT NULL");
            case WAITING -> and("c.waiting_since IS NOT NULL");
            // Only who is waited for is silent: that finds its index.
            case SILENT -> and("c.waiting_since IS NOT NULL AND c.silent_days > 0");
        }
        if (filter.soon()) {
            and("c.soon_at <= ?", now);
        }
        filter.kind().ifPresent(kind -> and("c.kind = ?", kind.name()));
        filter.cause().ifPresent(id -> and("c.cause_id = ?", id));
        words.filter(_ -> !byWords).ifPresent(this::readPosts);
    }

    /// The cases that the indexes name: by their post's words, their author, their number. One that
    /// was merged stands for the one into which it was.
    private void joinFound(QueueWords words) {
        sql.append(
                " JOIN (SELECT COALESCE(merged_into_id, id) AS id FROM cases WHERE id = ?"
                        + " UNION SELECT COALESCE(merged_into_id, id) FROM cases"
                        + " WHERE author_key LIKE ?");
        values.add(words.number());
        values.add(words.handle());
        words.lead()
                .filter(_ -> !words.isNumberOnly())
                .ifPresent(lead -> {
                    sql.append(
                            " UNION SELECT COALESCE(f.merged_into_id, f.id) FROM post p"
                                    + " JOIN mention m ON m.post_id = p.id"
                                    + " JOIN cases f ON f.mention_id = m.id"
                                    + " WHERE MATCH(p.title, p.text) AGAINST(? IN BOOLEAN MODE)");
                    values.add(lead);
                    and(HAS_WORDS, words.typed(), words.beginning());
                });
        sql.append(") found ON found.id = c.id");
    }

    private void readPosts(QueueWords words) {
        and(
                "(c.id = ? OR c.author_key LIKE ? OR "
                        + HAS_WORDS
                        + " OR EXISTS (SELECT 1 FROM cases f JOIN mention m ON m.id = f.mention_id"
                        + " JOIN post p ON p.id = m.post_id WHERE f.merged_into_id = c.id"
                        + " AND (f.id = ? OR f.author_key LIKE ? OR "
                        + HAS_WORDS
                        + ")))",
                words.number(),
                words.handle(),
                words.typed(),
                words.beginning(),
                words.number(),
                words.handle(),
                words.typed(),
                words.beginning());
    }

    private void after(QueueFilter filter, QueueCursor place) {
        if (filter.closed()) {
            and(
                    "(c.closed_at < ? OR c.closed_at = ? AND c.id < ?)",
                    place.at(),
                    place.at(),
                    place.id());
        } else {
            and(
                    "c.priority <= ? AND (c.priority < ? OR c.due_order > ?"
                            + " OR c.due_order = ? AND c.id > ?)",
                    place.priority(),
                    place.priority(),
                    place.at(),
                    place.at(),
                    place.id());
        }
    }

    private void and(String condition, Object... bound) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(bound));
    }
}
