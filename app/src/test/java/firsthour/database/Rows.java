package firsthour.database;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Plain SQL for tests that look behind the rooms.
@Singleton
public class Rows {
    private final JdbcOperations jdbc;

    Rows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void execute(String sql) {
        jdbc.prepareStatement(sql, statement -> statement.execute());
    }

    /// The first column, as text; `-` where it is null.
    @Connectable
    public List<String> column(String sql) {
        return jdbc.prepareStatement(
                sql,
                statement -> {
                    var values = new ArrayList<String>();
                    try (var result = statement.executeQuery()) {
                        while (result.next()) {
                            var value = result.getString(1);
                            values.add(value == null ? "-" : value);
                        }
                    }
                    return values;
                });
    }
}
