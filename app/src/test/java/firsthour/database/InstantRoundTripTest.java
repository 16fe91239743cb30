package firsthour.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
class InstantRoundTripTest {
    private final DataSource source;

    InstantRoundTripTest(DataSource source) {
        this.source = source;
    }

    @Test
    void instantsSurviveTheHourThatAutumnRepeats() throws SQLException {
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Europe/Berlin"));
        List<Instant> written =
                List.of(
                        Instant.parse("2026-10-24T23:59:59.999999Z"),
                        Instant.parse("2026-10-25T00:30:00.000001Z"),
                        Instant.parse("2026-10-25T01:30:00.000001Z"),
                        Instant.parse("2026-03-29T01:30:00.123456Z"));
        List<Instant> read = new ArrayList<>();
        List<String> stored = new ArrayList<>();
        try (Connection connection = DelegatingDataSource.unwrapDataSource(source).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE moment (id INT PRIMARY KEY, at DATETIME(6))");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO moment VALUES (?, ?)")) {
                for (int i = 0; i < written.size(); i++) {
                    insert.setInt(1, i);
                    insert.setTimestamp(2, Timestamp.from(written.get(i)));
                    insert.executeUpdate();
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT at, CAST(at AS CHAR) FROM moment ORDER BY id")) {
                while (rows.next()) {
                    read.add(rows.getTimestamp(1).toInstant());
                    stored.add(rows.getString(2));
                }
            }
        }
        assertThat(read).isEqualTo(written);
        assertThat(stored)
                .containsExactly(
                        "2026-10-24 23:59:59.999999",
                        "2026-10-25 00:30:00.000001",
                        "2026-10-25 01:30:00.000001",
                        "2026-03-29 01:30:00.123456");
    }
}
