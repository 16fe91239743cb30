package firsthour.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.database.Rows;
import firsthour.security.FirstRun.Outcome.Created;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Role;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Each test starts with an empty database of its own.
class FirstRunTest {
    private static final Map<String, String> ADMIN =
            Map.of(
                    "email", "dana@example.com",
                    "name", "Dana",
                    "zone", "Europe/Berlin",
                    "password", "a sentence for tests");

    @Test
    void everyPageLeadsToTheSetUpUntilSomebodyIsThere() {
        try (var server = start(Map.of())) {
            var browser = browser(server);
            for (String path : List.of("/", "/login", "/team", "/nowhere")) {
                var answer = browser.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).contains("/setup");
            }
            assertThat(browser.get("/health").statusCode()).isEqualTo(200);
            assertThat(browser.get("/static/firsthour.css").statusCode()).isEqualTo(200);
            var script =
                    browser.send(browser.request("/team").setHeader("Accept", "application/json"));
            assertThat(script.statusCode()).isEqualTo(503);

            var code = code(server);
            var wrong = set(browser, "aaaa-bbbb-cccc", Map.of());
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("That is not the code.", "value=\"Dana\"");
            var weak = set(browser, code, Map.of("password", "too short"));
            assertThat(weak.body()).contains("Use at least 12 characters.");
            var same = set(browser, code, Map.of("password", "dana@example.com"));
            assertThat(same.body()).contains("cannot be the password");
            var lost = set(browser, code, Map.of("zone", "Mars/Base"));
            assertThat(lost.body()).contains("Mars/Base");

            var done = set(browser, " " + code.toUpperCase(Locale.ROOT) + " ", Map.of());
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(browser.get("/account").body()).contains("dana@example.com", "Admin");
            assertThat(browser.get("/setup").statusCode()).isEqualTo(303);
            var late = set(browser(server), code, Map.of("email", "eve@example.com"));
            assertThat(late.headers().firstValue("Location")).contains("/login");
            assertThat(server.getApplicationContext().getBean(Members.class).list()).hasSize(1);
        }
    }

    @Test
    void theCodeCountsUntilThereIsAnAdminWhoeverIsInTheTeam() {
        try (var server = start(Map.of())) {
            var members = server.getApplicationContext().getBean(Members.class);
            members.add(
                    new NewMember("bob@example.com", "Bob", Role.AGENT, "UTC", "hash"),
                    Members.SYSTEM);
            var browser = browser(server);
            assertThat(browser.get("/").headers().firstValue("Location")).contains("/setup");
            assertThat(set(browser, code(server), Map.of()).statusCode()).isEqualTo(303);
            assertThat(members.anyAdmin()).isTrue();
        }
    }

    @Test
    void theCodeIsStoredOnlyAsAHash() {
        try (var server = start(Map.of())) {
            var code = code(server);
            var stored =
                    server.getApplicationContext()
                            .getBean(Rows.class)
                            .column("SELECT value FROM installation");
            assertThat(stored).noneMatch(value -> value.contains(code));
        }
    }

    @Test
    void ofManyWithTheCodeOneBecomesAdmin() throws InterruptedException, ExecutionException {
        try (var server = start(Map.of());
                var pool = Executors.newFixedThreadPool(6)) {
            var firstRun = server.getApplicationContext().getBean(FirstRun.class);
            var code = firstRun.issueCode();
            var tries =
                    IntStream.range(0, 6)
                            .mapToObj(i ->
                                    (Callable<FirstRun.Outcome>)
                                            () ->
                                                    firstRun.create(
                                                            code,
                                                            "p" + i + "@example.com",
                                                            "P",
                                                            "UTC",
                                                            "a sentence for tests",
                                                            "127.0.0.1"))
                            .toList();
            int created = 0;
            for (var done : pool.invokeAll(tries)) {
                created += done.get() instanceof Created ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
            assertThat(server.getApplicationContext().getBean(Members.class).list()).hasSize(1);
        }
    }

    @Test
    void guessingTheCodeIsSlowedDown() {
        try (var server = start(Map.of())) {
            var browser = browser(server);
            for (int i = 0; i < Attempts.MOST_BY_EMAIL; i++) {
                set(browser, "aaaa-bbbb-cccc", Map.of());
            }
            var answer = set(browser, code(server), Map.of());
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("too many wrong codes");
        }
    }

    @Test
    void aGivenPasswordMakesTheAdminWithoutThePage() {
        try (var server = start(Map.of("firsthour.admin-password", "a sentence for tests"))) {
            var browser = browser(server);
            var done =
                    browser.post(
                            "/login",
                            Map.of(
                                    "email", "admin@firsthour.local",
                                    "password", "a sentence for tests"));
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(server.getApplicationContext().getBean(Members.class).list())
                    .singleElement()
                    .satisfies(admin -> assertThat(admin.role()).isEqualTo(Role.ADMIN));
        }
    }

    @Test
    void aGivenPasswordThatIsTooShortStopsTheStart() {
        assertThatThrownBy(() -> start(Map.of("firsthour.admin-password", "short")).close())
                .hasStackTraceContaining("FIRSTHOUR_ADMIN_PASSWORD will not do");
    }

    private static EmbeddedServer start(Map<String, Object> properties) {
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }

    private static TestBrowser browser(EmbeddedServer server) {
        return new TestBrowser(server.getURI());
    }

    /// A code of our own making: the one of the start went to the console.
    private static String code(EmbeddedServer server) {
        return server.getApplicationContext().getBean(FirstRun.class).issueCode();
    }

    private static HttpResponse<String> set(
            TestBrowser browser, String code, Map<String, String> instead) {
        var fields = new HashMap<>(ADMIN);
        fields.put("code", code);
        fields.putAll(instead);
        browser.get("/setup");
        return browser.post("/setup", fields);
    }
}
