package firsthour.triage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds the statement that picks cases: only the conditions that are asked for, so that each
/// combination finds its index.
final class QueueSql {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private QueueSql() {}

    /// The ids of one page, with their places in the order.
    static QueueSql page(QueueFilter filter, Optional<QueueCursor> after, Instant now, int most) {
        var query = new QueueSql();
        query.sql.append(
                filter.closed()
                        ? "SELECT c.id, 0 AS priority, c.closed_at AS place"
                        : "SELECT c.id, c.priority, c.due_order AS place");
        query.from(filter, now);
        after.ifPresent(place -> query.after(filter, place));
        query.sql.append(
                filter.closed()
                        ? " ORDER BY c.closed_at DESC, c.id DESC"
                        : " ORDER BY c.priority DESC, c.due_order, c.id");
        query.sql.append(" LIMIT ?");
        query.values.add(most);
        return query;
    }

    /// How many each filter has, in a column for each, counted no further than is asked for.
    static QueueSql counts(List<QueueFilter> filters, Instant now, int most) {
        var query = new QueueSql();
        for (var filter : filters) {
            query.sql.append(query.sql.isEmpty() ? "SELECT" : ",");
            query.sql.append(" (SELECT COUNT(*) FROM (SELECT 1");
            query.from(filter, now);
            query.sql.append(" LIMIT ?) counted)");
            query.values.add(most);
        }
        return query;
    }

    /// How many of a filter's cases began their episode after an instant.
    static QueueSql countSince(QueueFilter filter, Instant since, Instant now, int most) {
        var query = new QueueSql();
        query.sql.append("SELECT COUNT(*) FROM (SELECT 1");
        query.from(filter, now);
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

    private void from(QueueFilter filter, Instant now) {
        sql.append(" FROM cases c");
        if (filter.text().isPresent()) {
            sql.append(" JOIN mention m ON m.id = c.mention_id JOIN post p ON p.id = m.post_id");
        }
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
        filter.text()
                .ifPresent(words ->
                        and(
                                "(LOCATE(?, p.text) > 0 OR LOCATE(?, p.title) > 0"
                                        + " OR LOCATE(LOWER(?), LOWER(c.author_handle)) > 0 OR c.id = ?)",
                                words,
                                words,
                                words,
                                number(words)));
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

    /// The number of a case: "2041" or "#2041"; 0, which no case has, for other words.
    private static long number(String words) {
        return words.matches("#?\\d{1,18}") ? Long.parseLong(words.replace("#", "")) : 0;
    }
}
