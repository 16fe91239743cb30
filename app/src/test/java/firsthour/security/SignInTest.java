package firsthour.security;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class SignInTest {
    private final TestPeople people;
    private final Members members;
    private final Rows rows;

    SignInTest(TestPeople people, Members members, Rows rows) {
        this.people = people;
        this.members = members;
        this.rows = rows;
    }

    @BeforeEach
    void forgetFailures() {
        rows.execute("DELETE FROM sign_in_failure");
    }

    @Test
    void leadsOnToWhatWasWanted() {
        var member = people.add(Role.AGENT);
        var browser = people.signedOut();
        var led = browser.get("/team?order=name&x=%20");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(location(led)).isEqualTo("/login?next=%2Fteam%3Forder%3Dname%26x%3D%2520");
        var page = browser.get(location(led)).body();
        assertThat(page).contains("name=\"next\" value=\"/team?order=name&amp;x=%20\"");
        var done = signIn(browser, member.email(), TestPeople.PASSWORD, "/team?order=name&x=%20");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(location(done)).isEqualTo("/team?order=name&x=%20");
        assertThat(browser.get("/team").body()).contains(member.name());
    }

    @Test
    void keepsTheTokenFromScriptsAndOtherSites() {
        var member = people.add(Role.AGENT);
        var answer = signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, "/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("firsthour-session"))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
    }

    @Test
    void marksCookiesSecureBehindHttps() {
        var member = people.add(Role.AGENT);
        var browser = people.signedOut();
        browser.get("/login");
        var answer =
                browser.send(
                        browser.request("/login")
                                .header("X-Forwarded-Proto", "https")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-CSRF-TOKEN", browser.csrfToken().orElseThrow())
                                .POST(
                                        BodyPublishers.ofString(
                                                "email="
                                                        + member.email()
                                                        + "&password=a+sentence+for+tests")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void saysTheSameForAWrongPasswordAndForNobody() {
        var member = people.add(Role.AGENT);
        var wrong = signIn(people.signedOut(), member.email(), "wrong wrong wrong", "/");
        var nobody = signIn(people.signedOut(), "nobody@example.com", "wrong wrong wrong", "/");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("do not belong together", member.email());
        assertThat(nobody.body()).contains("do not belong together");
        assertThat(wrong.body()).doesNotContain("wrong wrong wrong");
    }

    @Test
    void refusesWhoeverWasDeactivated() {
        people.add(Role.ADMIN);
        var member = people.add(Role.AGENT);
        members.deactivate(member.id(), Members.SYSTEM);
        var answer = signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, "/");
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void makesWhoeverGuessesWaitByAddressOfMail() {
        var member = people.add(Role.AGENT);
        for (int i = 0; i < Attempts.MOST_BY_EMAIL; i++) {
            assertThat(guess(member).statusCode()).isEqualTo(422);
        }
        var late = guess(member);
        assertThat(late.statusCode()).isEqualTo(429);
        assertThat(late.body()).contains("too many attempts", "min");
        assertThat(late.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(600L, 900L);
        assertThat(
                        signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, "/")
                                .statusCode())
                .as("the right password has to wait as well")
                .isEqualTo(429);
        var other = people.add(Role.AGENT);
        assertThat(signIn(people.signedOut(), other.email(), TestPeople.PASSWORD, "/").statusCode())
                .as("others do not")
                .isEqualTo(303);
        rows.execute("UPDATE sign_in_failure SET at = at - INTERVAL 16 MINUTE");
        assertThat(
                        signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, "/")
                                .statusCode())
                .as("a quarter of an hour later")
                .isEqualTo(303);
    }

    @Test
    void makesWhoeverTriesManyPeopleWaitByNetworkAddress() {
        var member = people.add(Role.AGENT);
        // As another node would have written them down.
        rows.execute(
                """
                INSERT INTO sign_in_failure (email, address, at)
                SELECT CONCAT('p', seq, '@example.com'), '127.0.0.1', UTC_TIMESTAMP(6)
                FROM seq_1_to_%d
                """
                        .formatted(Attempts.MOST_BY_ADDRESS));
        assertThat(
                        signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, "/")
                                .statusCode())
                .isEqualTo(429);
    }

    @Test
    void forgivesFailuresAfterASuccess() {
        var member = people.add(Role.AGENT);
        for (int i = 0; i < Attempts.MOST_BY_EMAIL - 1; i++) {
            guess(member);
        }
        assertThat(
                        signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, "/")
                                .statusCode())
                .isEqualTo(303);
        assertThat(guess(member).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/%0d%0aSet-Cookie:x\r\n",
                "/login",
                "/logout",
                ""
            })
    void leadsNowhereElse(String next) {
        var member = people.add(Role.AGENT);
        var answer = signIn(people.signedOut(), member.email(), TestPeople.PASSWORD, next);
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = location(answer);
        assertThat(location).isIn("/", "/%0d%0aSet-Cookie:x");
        assertThat(LocalPath.orHome("/%0d%0aSet-Cookie:x\r\n")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/team,/team",
        "/case/5?tab=facts,/case/5?tab=facts",
        "http://evil.example/team,/",
        "//evil.example,/",
        "/setup,/",
        ",/"
    })
    void aLocalPathIsAPathOfOurs(String address, String path) {
        assertThat(LocalPath.orHome(address)).isEqualTo(path);
    }

    @Test
    void signingOutEndsItInThisBrowser() {
        var browser = people.signedIn(Role.AGENT);
        assertThat(browser.get("/team").statusCode()).isEqualTo(200);
        var answer = browser.post("/logout", Map.of());
        assertThat(location(answer)).isEqualTo("/login");
        assertThat(browser.cookie("firsthour-session")).isEmpty();
        assertThat(browser.get("/team").statusCode()).isEqualTo(303);
        assertThat(browser.get("/login").body()).contains("You are signed out.");
        assertThat(browser.get("/login").body()).doesNotContain("You are signed out.");
    }

    @Test
    void scriptsAndHtmxAreToldInTheirOwnWay() {
        var browser = people.signedOut();
        var script = browser.send(browser.request("/team").setHeader("Accept", "*/*"));
        assertThat(script.statusCode()).isEqualTo(401);
        assertThat(script.body()).contains("\"detail\":\"You are not signed in.");
        var part =
                browser.send(
                        browser.request("/team")
                                .setHeader("Accept", "*/*")
                                .header("HX-Request", "true")
                                .header("HX-Current-URL", browser.home() + "/queue?mine=1"));
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect"))
                .contains("/login?next=%2Fqueue%3Fmine%3D1");
    }

    @Test
    void aPageThatAsksByItselfIsNotLedAwayFromWhatIsTypedThere() {
        var browser = people.signedOut();
        var poll =
                browser.send(
                        browser.request("/queue/news?since=2026-11-16T12:00:00Z")
                                .setHeader("Accept", "*/*")
                                .header("HX-Request", "true")
                                .header("X-Poll", "true"));
        assertThat(poll.statusCode()).isEqualTo(401);
        assertThat(poll.headers().firstValue("HX-Redirect")).isEmpty();
    }

    @Test
    void aNewPasswordFromAnAdminOpensTheDoorThatWasLocked() {
        var member = people.add(Role.AGENT);
        for (int i = 0; i <= Attempts.MOST_BY_EMAIL; i++) {
            guess(member);
        }
        assertThat(guess(member).body()).contains("sooner if an admin gives you a new password");

        var shown =
                people.signedIn(Role.ADMIN)
                        .post("/team/" + member.id() + "/password", Map.of())
                        .body();

        var password = Pattern.compile("<code>([^<]+)</code>").matcher(shown);
        assertThat(password.find()).isTrue();
        assertThat(signIn(people.signedOut(), member.email(), password.group(1), "/").statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> guess(Member member) {
        return signIn(people.signedOut(), member.email(), "wrong wrong wrong", "/");
    }

    private static HttpResponse<String> signIn(
            TestBrowser browser, String email, String password, String next) {
        return browser.post("/login", Map.of("email", email, "password", password, "next", next));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }
}
