package firsthour.security;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.time.Clock;
import io.micronaut.security.token.generator.TokenGenerator;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a sign-in ends before its day is over.
@MicronautTest(transactional = false)
class SessionTest {
    private final TestPeople people;
    private final Members members;
    private final Sessions sessions;
    private final TokenGenerator tokens;
    private final CookieNames names;
    private final Passwords passwords;
    private final Rows rows;
    private final Clock clock;

    SessionTest(
            TestPeople people,
            Members members,
            Sessions sessions,
            TokenGenerator tokens,
            CookieNames names,
            Passwords passwords,
            Rows rows,
            Clock clock) {
        this.people = people;
        this.members = members;
        this.sessions = sessions;
        this.tokens = tokens;
        this.names = names;
        this.passwords = passwords;
        this.rows = rows;
        this.clock = clock;
    }

    @Test
    void aNewPasswordEndsAllOtherSignIns() {
        var member = people.add(Role.AGENT);
        var here = people.signedIn(member);
        var there = people.signedIn(member);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        var wrong =
                here.post(
                        "/account/password",
                        Map.of("current", "not the one I have", "password", "another sentence"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is not your current password.");
        var done =
                here.post(
                        "/account/password",
                        Map.of("current", TestPeople.PASSWORD, "password", "another sentence"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        var hash = members.findPasswordHash(member.id()).orElseThrow();
        assertThat(passwords.matches("another sentence", hash)).isTrue();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void anotherRoleOrNoneCountsAtOnce() {
        people.add(Role.ADMIN);
        var admin = people.signedIn(Role.ADMIN);
        var member = people.add(Role.ADMIN);
        var browser = people.signedIn(member);
        assertThat(browser.get("/team/network").statusCode()).isEqualTo(200);
        admin.post("/team/" + member.id() + "/role", Map.of("role", "VIEWER"));
        assertThat(browser.get("/team").statusCode()).isEqualTo(303);
        var again = people.signedIn(members.get(member.id()));
        assertThat(again.get("/team/network").statusCode()).isEqualTo(403);
        admin.post("/team/" + member.id() + "/deactivate", Map.of());
        assertThat(again.get("/team").statusCode()).isEqualTo(303);
    }

    @Test
    void whatAnotherNodeChangedCountsWithinSeconds() {
        var member = people.add(Role.AGENT);
        var time = new TestTime(Instant.parse("2026-11-10T09:00:00Z"));
        var node = new Sessions(members, tokens, new Clock(time));
        Map<String, Object> claims =
                Map.of("sub", Long.toString(member.id()), "epoch", member.sessionEpoch());
        assertThat(node.resume(claims)).isPresent();
        rows.execute("UPDATE member SET session_epoch = 9 WHERE id = " + member.id());
        assertThat(node.resume(claims)).isPresent();
        time.pass(Sessions.REMEMBERED);
        assertThat(node.resume(claims)).isEmpty();
    }

    @Test
    void aTokenThatIsOverIsWorthNothing() {
        var member = people.add(Role.AGENT);
        var yesterday =
                new Clock(
                        new TestTime(clock.instant().minus(Sessions.WORKING_DAY).minusSeconds(60)));
        var browser = people.signedOut();
        browser.setCookie(
                names.of("session"), new Sessions(members, tokens, yesterday).begin(member));
        assertThat(browser.get("/team").statusCode()).isEqualTo(303);
    }

    @Test
    void aTokenThatWasMadeElsewhereIsWorthNothing() {
        var good = sessions.begin(people.add(Role.ADMIN));
        var parts = good.split("\\.", -1);
        for (String forged :
                new String[] {
                    parts[0] + "." + parts[1] + ".",
                    parts[0] + "." + parts[1] + "." + withAnotherLetter(parts[2]),
                    "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                    "nonsense",
                    ""
                }) {
            var browser = people.signedOut();
            browser.setCookie(names.of("session"), forged);
            assertThat(browser.get("/team").statusCode()).as(forged).isEqualTo(303);
        }
    }

    @Test
    void aNewNameIsReadByTheNextPage() {
        var member = people.add(Role.AGENT);
        var browser = people.signedIn(member);
        var wrong = browser.post("/account", Map.of("name", "Kari", "zone", "Mars/Base"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Mars/Base", "value=\"Kari\"", "zone-error");
        browser.post("/account", Map.of("name", "Kari <b>", "zone", "Asia/Tokyo"));
        assertThat(browser.get("/account").body()).contains("value=\"Kari &lt;b>\"");
        assertThat(members.get(member.id()).zone().getId()).isEqualTo("Asia/Tokyo");
    }

    private static String withAnotherLetter(String signature) {
        return (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
    }
}
