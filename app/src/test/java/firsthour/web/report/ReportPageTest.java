package firsthour.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.KestrelWeeks;
import firsthour.reporting.Ledger;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ReportPageTest {
    private static int brands;

    private final TestBrowser browser;
    private final DataSource database;
    private String name = "";
    private long brand;

    ReportPageTest(TestPeople people, DataSource database) {
        this.browser = people.signedIn(Role.VIEWER);
        this.database = database;
    }

    @BeforeEach
    void twoWeeksOfABrand() throws SQLException {
        try (var ledger = new Ledger(database)) {
            name = "Page " + ++brands;
            brand = new KestrelWeeks(ledger).write(name);
        }
    }

    @Test
    void showsTheWeekThatTheAddressNames() {
        var page = open("/report?brand=%d&week=2026-W46");
        assertThat(page)
                .contains("Week 46, 9–15 November 2026", "Europe/Berlin, 168 hours")
                .contains("/report?brand=" + brand + "&amp;week=2026-W45")
                .doesNotContain(" style=");
    }

    @Test
    void saysWhyAnotherWeekIsShown() {
        assertThat(open("/report?brand=%d&week=2027-W53"))
                .contains(
                        "There is no week 53 in 2027: its weeks are 1 to 52. Shown instead: week");
    }

    @Test
    void aNumberOpensAsManyRowsAsItSays() {
        var page = open("/report?brand=%d&week=2026-W46");
        var link =
                Pattern.compile("<a href=\"(/report/list[^\"]*figure=mentions)\">(\\d+)</a>")
                        .matcher(page);
        assertThat(link.find()).isTrue();
        int number = Integer.parseInt(link.group(2));
        int rows = 0;
        var next = link.group(1);
        while (!next.isEmpty()) {
            var list = get(next.replace("&amp;", "&"));
            rows += list.split("<p class=\"words\"", -1).length - 1;
            var later = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"").matcher(list);
            next = later.find() ? later.group(1) : "";
        }
        assertThat(number).isGreaterThan(100);
        assertThat(rows).isEqualTo(number);
    }

    @Test
    void oneIsSaidAsOne() {
        assertThat(open("/report?brand=%d&week=2026-W45"))
                .contains(
                        ">1 reply</a> of our own accounts",
                        "1 automatic, which stops no clock",
                        "1 that belongs to no known case");
    }

    @Test
    void aListSaysWhatItIsNarrowedTo() {
        assertThat(
                        open(
                                "/report/list?brand=%d&week=2026-W46&figure=mentions&judgement=NEGATIVE"
                                        + "&day=2026-11-09"))
                .contains("Monday 9 · negative", "Mentions: ", "s zone, Europe/Berlin.");
        assertThat(open("/report/list?brand=%d&week=2026-W46&figure=found-replies&day=2026-11-09"))
                .contains(": none</h1>")
                .doesNotContain("s zone, ");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(status("/report?brand=987654321")).isEqualTo(404);
        assertThat(status("/report/list?brand=" + brand + "&week=2026-W46&figure=nonsense"))
                .isEqualTo(404);
        assertThat(status("/report/list?brand=" + brand + "&week=nonsense&figure=mentions"))
                .isEqualTo(404);
    }

    private String open(String path) {
        return get(path.formatted(brand));
    }

    private String get(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).describedAs(path).isEqualTo(200);
        return answer.body();
    }

    private int status(String path) {
        return browser.get(path).statusCode();
    }
}
