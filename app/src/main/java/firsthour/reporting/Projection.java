package firsthour.reporting;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads rows by plain SQL with named values. Every use runs in the caller's transaction.
@Singleton
class Projection {
    private static final Pattern NAMED = Pattern.compile(":([a-zA-Z]\\w*)");

    private final JdbcOperations jdbc;

    Projection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// @param values what `:name` in the SQL stands for; instants, texts and numbers, and lists of
    ///   at least one for `IN (:names)`
    <T> List<T> list(String sql, Map<String, Object> values, Reader<T> reader) {
        var placed = new ArrayList<Object>();
        var positional =
                NAMED.matcher(sql)
                        .replaceAll(match -> {
                            var value = value(match.group(1), values);
                            if (value instanceof List<?> several) {
                                placed.addAll(several);
                                return String.join(", ", Collections.nCopies(several.size(), "?"));
                            }
                            placed.add(value);
                            return "?";
                        });
        return jdbc.prepareStatement(
                positional,
                statement -> {
                    for (int i = 0; i < placed.size(); i++) {
                        statement.setObject(i + 1, stored(placed.get(i)));
                    }
                    var read = new ArrayList<T>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            read.add(reader.read(rows));
                        }
                    }
                    return read;
                });
    }

    int count(String sql, Map<String, Object> values) {
        return list(sql, values, row -> row.getInt(1)).getFirst();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static Object value(String name, Map<String, Object> values) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value for :" + name);
        }
        return value;
    }

    private static Object stored(Object value) {
        return switch (value) {
            case Instant at -> Timestamp.from(at);
            case Enum<?> named -> named.name();
            default -> value;
        };
    }
}
