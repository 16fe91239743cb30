package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "reporting.time", value = "set")
class WeeklyReportFileTest {
    private final WeeklyReports reports;
    private final WeeklyReportFile file;
    private final DataSource database;

    WeeklyReportFileTest(WeeklyReports reports, WeeklyReportFile file, DataSource database) {
        this.reports = reports;
        this.file = file;
        this.database = database;
    }

    @Test
    void writesOneFileNamedAfterBrandAndWeek() throws SQLException, IOException {
        try (var ledger = new Ledger(database)) {
            long brand = new KestrelWeeks(ledger).write("Kestrel Coffee");

            var written =
                    file.write(reports.of(brand, new IsoWeek(2026, 46)), Path.of("target/reports"));

            assertThat(written).hasFileName("kestrel-coffee-2026-W46.html");
            assertThat(Files.readString(written)).contains("Week 46, 9–15 November 2026");
        }
    }
}
