package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A case that is part of another one by now is no second customer of the report. Each figure
/// counts both cases first, and one of them after the merging.
@MicronautTest(transactional = false)
@Property(name = "reporting.time", value = "set")
class MergedCasesTest {
    private static final IsoWeek WEEK = new IsoWeek(2026, 46);
    private static final Instant TUESDAY = Instant.parse("2026-11-10T11:00:00Z");

    private final WeeklyReports reports;
    private final Ledger ledger;
    private long brand;
    private long source;

    MergedCasesTest(WeeklyReports reports, DataSource database) throws SQLException {
        this.reports = reports;
        this.ledger = new Ledger(database);
    }

    @BeforeEach
    void aBrand() throws SQLException {
        ReportingTime.NOW.set(Instant.parse("2026-11-22T09:00:00Z"));
        brand = ledger.brand();
        source = ledger.source();
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void itsCustomerIsNotOneWhoNeverCameBack() throws SQLException {
        var answered = TUESDAY.minus(Duration.ofDays(30));
        var merged = answeredAt(answered);
        answeredAt(answered);
        assertThat(recovery().neverBack()).isEqualTo(2);
        assertThat(listed(Figure.NEVER_BACK)).isEqualTo(2);

        ledger.merge(merged);

        assertThat(recovery().neverBack()).isEqualTo(1);
        assertThat(listed(Figure.NEVER_BACK)).isEqualTo(1);
    }

    @Test
    void itsBeginningsAreNone() throws SQLException {
        var merged = open(TUESDAY);
        ledger.begin(merged, "CaseOpened", TUESDAY);
        ledger.begin(merged, "CaseReopened", TUESDAY.plusSeconds(60));
        ledger.begin(open(TUESDAY), "CaseOpened", TUESDAY);
        assertThat(reopened()).isEqualTo(new Share(1, 3));

        ledger.merge(merged);

        assertThat(reopened()).isEqualTo(new Share(0, 1));
        assertThat(listed(Figure.EPISODES)).isEqualTo(1);
    }

    /// What was deleted meanwhile stays a sign of the case on which it was seen.
    @Test
    void itsSignsAreNone() throws SQLException {
        var merged = open(TUESDAY);
        for (var kind : new String[] {"RATING_RAISED", "THANKS", "PRAISE"}) {
            sign(merged, kind);
            sign(open(TUESDAY), kind);
        }
        assertThat(recovery()).isEqualTo(new WeekFigures.Recovery(2, 2, 2, 0));

        ledger.merge(merged);

        assertThat(recovery()).isEqualTo(new WeekFigures.Recovery(1, 1, 1, 0));
        assertThat(listed(Figure.THANKED)).isEqualTo(1);
    }

    private WeekFigures.Recovery recovery() {
        return reports.of(brand, WEEK).figures().recovery();
    }

    private Share reopened() {
        return reports.of(brand, WEEK).figures().care().reopened();
    }

    private int listed(Figure figure) {
        return reports.list(brand, WEEK, figure, Slice.ALL, 0).rows().size();
    }

    private Ledger.Kept open(Instant at) throws SQLException {
        var said = ledger.say(brand, source, at, at, "NEGATIVE", false, "The lid leaks.");
        return ledger.complain(said);
    }

    private Ledger.Kept answeredAt(Instant at) throws SQLException {
        var kept = open(at.minusSeconds(600));
        ledger.execute(
                "UPDATE cases SET answered_at = ?, author_handle = ? WHERE id = ?",
                at,
                "customer " + kept.id(),
                kept.id());
        return kept;
    }

    private void sign(Ledger.Kept of, String kind) throws SQLException {
        ledger.execute(
                "INSERT INTO recovery_sign (case_id, brand_id, kind, mention_id, at, seen_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                of.id(),
                brand,
                kind,
                of.mention(),
                TUESDAY,
                TUESDAY);
    }
}
