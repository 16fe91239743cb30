package firsthour.security;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class HeadersTest {
    private final TestPeople people;

    HeadersTest(TestPeople people) {
        this.people = people;
    }

    @Test
    void everyKindOfAnswerCarriesThem() {
        var nobody = people.signedOut();
        var viewer = people.signedIn(Role.VIEWER);
        var json = nobody.request("/team").setHeader("Accept", "*/*");
        var notAllowed = viewer.request("/team").DELETE();
        Map<Integer, HttpResponse<String>> answers =
                Map.of(
                        200, viewer.get("/team"),
                        303, nobody.get("/team"),
                        401, nobody.send(json),
                        403, viewer.get("/team/network"),
                        404, viewer.get("/nowhere"),
                        405, viewer.send(notAllowed),
                        422, viewer.post("/account", Map.of("name", "")));
        answers.forEach((status, answer) -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertSafe(answer);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        });
        assertSafe(nobody.get("/health"));
        assertSafe(nobody.postAsIs("/login", Map.of()));
    }

    @Test
    void filesCarryThemAndAreKeptForAYear() {
        var nobody = people.signedOut();
        for (String path :
                new String[] {
                    "/static/firsthour.css?v=1",
                    "/static/firsthour.js?v=1",
                    "/static/icon.svg?v=1",
                    "/static/htmx/2.0.10/htmx.min.js"
                }) {
            var answer = nobody.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertSafe(answer);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .contains("public, max-age=31536000, immutable");
        }
        var missing = nobody.get("/static/missing.css");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertSafe(missing);
        assertThat(missing.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(nobody.get("/static/%2e%2e/application.yml").statusCode()).isEqualTo(404);
        assertThat(nobody.get("/static/..%2fapplication.yml").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesHoldNothingThatThePolicyForbids() {
        var admin = people.signedIn(Role.ADMIN);
        for (String path : new String[] {"/team", "/account", "/team/network", "/nowhere"}) {
            assertThat(admin.get(path).body())
                    .as(path)
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern(" on[a-z]+=\"");
        }
    }

    private static void assertSafe(HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as("%s", answer.uri())
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }
}
