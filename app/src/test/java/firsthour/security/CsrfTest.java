package firsthour.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Members;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class CsrfTest {
    private static final Map<String, String> CHANGE = Map.of("name", "Kari", "zone", "UTC");

    private final TestPeople people;
    private final Members members;
    private final CookieNames names;

    CsrfTest(TestPeople people, Members members, CookieNames names) {
        this.people = people;
        this.members = members;
        this.names = names;
    }

    @Test
    void aFormWithoutTheTokenChangesNothing() {
        var member = people.add(Role.AGENT);
        var browser = people.signedIn(member);
        browser.get("/account");
        var answer = browser.postAsIs("/account", CHANGE);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form was open too long", "Nothing was changed.");
        assertThat(members.get(member.id())).isEqualTo(member);
    }

    @Test
    void aFormWithAWrongTokenChangesNothing() {
        var member = people.add(Role.AGENT);
        var browser = people.signedIn(member);
        browser.get("/account");
        var token = browser.csrfToken().orElseThrow();
        for (String wrong : new String[] {"", "x", "a.b", token + "x", token.substring(1)}) {
            var answer =
                    browser.postAsIs(
                            "/account", Map.of("name", "Kari", "zone", "UTC", "csrfToken", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
        }
        assertThat(members.get(member.id())).isEqualTo(member);
    }

    @Test
    void theTokenOfSomebodyElseDoesNotFitEvenAsACookie() {
        var stranger = people.signedIn(Role.AGENT);
        stranger.get("/account");
        var member = people.add(Role.AGENT);
        var browser = people.signedIn(member);
        browser.setCookie(names.of("csrf"), stranger.csrfToken().orElseThrow());
        assertThat(browser.post("/account", CHANGE).statusCode()).isEqualTo(403);
        assertThat(members.get(member.id())).isEqualTo(member);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.post("/account", CHANGE).statusCode())
                .as("the next page brings one that fits")
                .isEqualTo(303);
    }

    @Test
    void theSignInAsksForItAsWell() {
        var member = people.add(Role.AGENT);
        var answer =
                people.signedOut()
                        .postAsIs(
                                "/login",
                                Map.of("email", member.email(), "password", TestPeople.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void htmxSendsItInAHeader() {
        var browser = people.signedIn(Role.AGENT);
        assertThat(browser.get("/account").body())
                .contains("X-CSRF-TOKEN&#34;:&#34;" + browser.csrfToken().orElseThrow());
        var answer =
                browser.send(
                        browser.request("/account")
                                .header("X-CSRF-TOKEN", browser.csrfToken().orElseThrow())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("name=Kari&zone=UTC")));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void noOtherKindOfBodyGetsRoundIt() {
        var browser = people.signedIn(Role.AGENT);
        for (String type : new String[] {"application/json", "text/plain", "multipart/form-data"}) {
            var answer =
                    browser.send(
                            browser.request("/account")
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString("{\"name\":\"Kari\"}")));
            // Refused by the guard, or because the page takes forms only.
            assertThat(answer.statusCode()).as(type).isIn(403, 415);
        }
    }

    @Test
    void aFormOpenBeforeAndSentAfterSigningInAgainIsGood() {
        var member = people.add(Role.AGENT);
        var browser = people.signedIn(member);
        browser.get("/account");
        var token = browser.csrfToken().orElseThrow();
        browser.post("/logout", Map.of());
        browser.get("/login");
        browser.post("/login", Map.of("email", member.email(), "password", TestPeople.PASSWORD));
        browser.setCookie(names.of("csrf"), token);
        assertThat(browser.post("/account", CHANGE).statusCode()).isEqualTo(303);
    }

    /// The head of a request and its form travel apart on slow lines.
    @Test
    void aFormThatArrivesLaterThanItsHeadIsRead() throws IOException {
        var member = people.add(Role.AGENT);
        var browser = people.signedIn(member);
        browser.get("/account");
        var token = browser.csrfToken().orElseThrow();
        var body = "name=Kari&zone=UTC&csrfToken=" + token;
        var home = browser.home();
        try (var socket = new Socket(home.getHost(), home.getPort());
                var in =
                        new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            var out = socket.getOutputStream();
            var head =
                    """
                    POST /account HTTP/1.1\r
                    Host: localhost\r
                    Expect: 100-continue\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    Cookie: %s=%s; %s=%s\r
                    \r
                    """
                            .formatted(
                                    body.length(),
                                    names.of("session"),
                                    browser.cookie("firsthour-session").orElseThrow(),
                                    names.of("csrf"),
                                    token);
            out.write(head.getBytes(US_ASCII));
            out.flush();
            // The server has read the head when it says so.
            assertThat(in.readLine()).contains("100");
            in.readLine();
            out.write(body.getBytes(US_ASCII));
            out.flush();
            assertThat(in.readLine()).contains("303");
        }
    }
}
