package firsthour.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.CookieNames;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "problems.test", value = "true")
class ProblemsTest {
    private final TestPeople people;
    private final CookieNames names;

    ProblemsTest(TestPeople people, CookieNames names) {
        this.people = people;
        this.names = names;
    }

    /// What goes wrong on demand.
    @Controller("/broken")
    @Requires(property = "problems.test")
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Broken {
        @Get("/fault")
        String fault() {
            throw new IllegalStateException("the password is hunter2");
        }

        @Get("/away")
        String away() {
            throw new IllegalStateException(
                    new SQLTransientConnectionException("jdbc:mariadb://db:3306 is away"));
        }
    }

    @Test
    void peopleGetAPageInTheSameFrame() {
        var viewer = people.signedIn(Role.VIEWER);
        assertPage(viewer, "/nowhere", 404, "There is no such page");
        assertPage(viewer, "/team/network", 403, "Your role does not allow this");
        assertPage(viewer, "/broken/fault", 500, "Something went wrong on our side");
        assertPage(viewer, "/broken/away", 503, "The database is away");
    }

    @Test
    void onlyWhatWouldHaveChangedSomethingIsToldThatItDidNot() {
        var viewer = people.signedIn(Role.VIEWER);
        assertThat(viewer.get("/team/network").body())
                .contains("Your role does not allow this")
                .doesNotContain("Nothing was changed.");
        var refused = viewer.post("/team/network", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Nothing was changed.");
    }

    @Test
    void whoIsNotSignedInGetsThePageWithoutNavigation() {
        var page = people.signedOut().get("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page").doesNotContain("<nav");
    }

    @Test
    void scriptsGetTheSameWordsAsJson() {
        var browser = people.signedIn(Role.VIEWER);
        var answer = json(browser, "/broken/away");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"title":"Service Unavailable","status":503,"detail":"The database is away. Nothing is lost: posts wait where they are and clocks keep their deadlines. Try again in a minute. If it stays away, tell whoever runs Firsthour."}\
                        """);
        assertThat(json(browser, "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void noAnswerTellsWhatTheFaultWas() {
        var browser = people.signedIn(Role.ADMIN);
        assertThat(browser.get("/broken/fault").body()).doesNotContain("hunter2");
        assertThat(json(browser, "/broken/fault").body()).doesNotContain("hunter2");
        assertThat(browser.get("/broken/away").body()).doesNotContain("jdbc");
        assertThat(json(browser, "/broken/away").body()).doesNotContain("jdbc");
    }

    @Test
    void nobodyElsesWordsAreShownAsANotice() {
        var browser = people.signedIn(Role.VIEWER);
        browser.setCookie(names.of("notice"), "eyJraW5kIjoiRE9ORSIsInRleHQiOiJ4In0.AAAA");
        assertThat(browser.get("/team").body()).doesNotContain("class=\"notice");
    }

    private static void assertPage(TestBrowser browser, String path, int status, String words) {
        var page = browser.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>" + words + "</h1>", "aria-label=\"Main\"");
    }

    private static HttpResponse<String> json(TestBrowser browser, String path) {
        return browser.send(browser.request(path).setHeader("Accept", "application/json"));
    }
}
