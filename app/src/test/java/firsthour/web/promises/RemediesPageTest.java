package firsthour.web.promises;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What customers were given, month by month. Readers are in Oslo.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class RemediesPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final ControlledTime time;
    private TestBrowser vera;
    private long kestrels;
    private long harriers;

    RemediesPageTest(Stage stage, TestPeople people, ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.time = time;
        this.vera = people.signedOut();
    }

    @BeforeEach
    void aCaseOfEachBrand() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        vera = people.signedIn(Role.VIEWER);
        kestrels = stage.complaint("ann");
        var mention = stage.post("tea").author("tom").mention(Stage.OTHER_BRAND);
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.triage();
        harriers = stage.caseOf(mention);
    }

    @Test
    void aMonthShowsWhatWasGivenWithItsSums() {
        given(kestrels, "REFUND", "12.50", "EUR", "Late parcels", "2026-03-02T10:00:00Z");
        given(kestrels, "REFUND", "7.50", "EUR", "Late parcels", "2026-03-03T10:00:00Z");
        given(harriers, "DISCOUNT", "5.00", "GBP", "Second <complaint>", "2026-03-04T10:00:00Z");
        given(harriers, "REPLACEMENT", null, null, "Broken cups", "2026-03-05T10:00:00Z");
        var page = page("?month=2026-03");
        assertThat(page)
                .contains(
                        "March 2026",
                        "4 remedies: <strong>20.00 EUR · 5.00 GBP</strong>",
                        "refund of 12.50 EUR, by the rule “<bdi>Late parcels</bdi>”",
                        "replacement, by the rule “<bdi>Broken cups</bdi>”",
                        "Second &lt;complaint&gt;",
                        "href=\"/cases/" + harriers + "\"",
                        "Harrier Tea",
                        "Anna");
        assertThat(page.indexOf("Broken cups"))
                .as("the newest first")
                .isLessThan(page.indexOf("12.50 EUR"));
    }

    @Test
    void sumsStandAsTheReaderWritesNumbers() {
        given(kestrels, "REFUND", "1212.50", "EUR", "Late parcels", "2026-03-02T10:00:00Z");
        assertThat(page("?month=2026-03")).contains("<strong>1,212.50 EUR</strong>");
        var german =
                vera.request("/promises/remedies?month=2026-03").header("Accept-Language", "de");
        assertThat(vera.send(german.GET()).body())
                .contains("<strong>1.212,50 EUR</strong>", "über 1.212,50 EUR");
    }

    @Test
    void oneBrandIsChosen() {
        given(kestrels, "REFUND", "12.50", "EUR", "Late parcels", "2026-03-02T10:00:00Z");
        given(harriers, "DISCOUNT", "5.00", "GBP", "Broken cups", "2026-03-04T10:00:00Z");
        assertThat(page("?month=2026-03&brand=1"))
                .contains("1 remedy: <strong>12.50 EUR</strong>", "brand=1&amp;month=2026-02")
                .doesNotContain("Broken cups");
    }

    @Test
    void aMonthBeginsWhereItsReaderIs() {
        // Half past midnight in Oslo is the evening before in UTC.
        given(kestrels, "OTHER", null, null, "A box of beans", "2026-02-28T23:30:00Z");
        assertThat(page("?month=2026-03")).contains("A box of beans");
        assertThat(page("?month=2026-02"))
                .contains("No remedy was written down.")
                .doesNotContain("A box of beans");
    }

    @Test
    void itOpensWithThisMonthAlsoWhereTheMonthIsNone() {
        given(kestrels, "OTHER", null, null, "A box of beans", time.now().toString());
        assertThat(page("")).contains("A box of beans");
        assertThat(page("?month=soon")).contains("A box of beans");
        assertThat(page("?month=" + YearMonth.from(time.now().atZone(ZoneOffset.UTC)).plusYears(1)))
                .doesNotContain("A box of beans");
    }

    @Test
    void thePageOfPromisesLeadsToIt() {
        assertThat(vera.get("/promises").body()).contains("href=\"/promises/remedies\"");
        assertThat(page("")).contains("href=\"/promises\"");
    }

    private String page(String query) {
        var answer = vera.get("/promises/remedies" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void given(
            long id,
            String kind,
            @Nullable String amount,
            @Nullable String currency,
            String rule,
            String at) {
        stage.insert(
                """
                INSERT INTO remedy (case_id, kind, amount, currency, house_rule, given_by, given_at)
                VALUES (?, ?, ?, ?, ?, 11, ?)
                """,
                id,
                kind,
                amount,
                currency,
                rule,
                Instant.parse(at));
    }
}
