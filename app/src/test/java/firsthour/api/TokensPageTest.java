package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page on which tokens are made, and what separates programs from browsers.
@MicronautTest(transactional = false)
class TokensPageTest {
    private final TestPeople people;
    private final Programs programs;

    TokensPageTest(TestPeople people, Programs programs) {
        this.people = people;
        this.programs = programs;
    }

    @Test
    void aTokenCountsOnNoPageAndACookieNotHere() {
        var admin = people.add(Role.ADMIN);
        var program = programs.of(admin);
        var page = program.send(program.elsewhere("/team").header("Accept", "*/*"));
        assertThat(page.status()).isEqualTo(401);

        var browser = people.signedIn(admin);
        assertThat(browser.get("/team").statusCode()).isEqualTo(200);
        var answer = browser.get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        // The token of another program's page would not help either: no form's token is looked at.
        var posted =
                browser.send(
                        browser.request("/api/v1/me")
                                .POST(BodyPublishers.ofString("csrfToken=" + browser.csrfToken())));
        assertThat(posted.statusCode()).isEqualTo(405);
        // What signs a browser in signs no program in.
        var session = browser.cookie("firsthour-session").orElseThrow();
        assertThat(programs.with(session).get("/me").status()).isEqualTo(401);
    }

    @Test
    void thePageShowsATokenOnceAndWithdrawsIt() {
        var browser = people.signedIn(Role.AGENT);
        var empty = browser.get("/account/tokens").body();
        assertThat(empty).contains("None yet").doesNotContain("name=\"manage\"");

        var wrong =
                browser.post("/account/tokens", Map.of("name", "  ", "read", "yes", "days", "0"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("A name has 1 to 120 characters.");
        var beyond =
                browser.post("/account/tokens", Map.of("name", "x", "manage", "yes", "days", "0"));
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(beyond.body()).contains("needs the role of Manager");
        var never = browser.post("/account/tokens", Map.of("name", "x", "read", "yes"));
        assertThat(never.body()).contains("Choose one of the offered times.");

        var made =
                browser.post(
                        "/account/tokens",
                        Map.of("name", "<b>Figures</b>", "read", "yes", "days", "90"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body())
                .containsPattern("firsthour_[0-9a-f]{64}")
                .contains("&lt;b>Figures")
                .doesNotContain("<b>Figures");
        var later = browser.get("/account/tokens").body();
        assertThat(later).contains("Figures").doesNotContainPattern("firsthour_[0-9a-f]{64}");

        var id = later.replaceAll("(?s).*/account/tokens/(\\d+)/withdraw.*", "$1");
        assertThat(browser.post("/account/tokens/" + id + "/withdraw", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/account/tokens").body()).contains("None yet");
    }
}
