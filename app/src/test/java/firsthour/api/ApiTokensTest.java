package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.security.ApiTokens;
import firsthour.security.ApiTokens.Outcome.Made;
import firsthour.security.Scope;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long a token counts, and for what.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiTokensTest {
    private final TestPeople people;
    private final Programs programs;
    private final ApiTokens tokens;
    private final Members members;
    private final Rows rows;
    private final ControlledTime time;

    ApiTokensTest(
            TestPeople people,
            Programs programs,
            ApiTokens tokens,
            Members members,
            Rows rows,
            ControlledTime time) {
        this.people = people;
        this.programs = programs;
        this.tokens = tokens;
        this.members = members;
        this.rows = rows;
        this.time = time;
    }

    @Test
    void aTokenIsKeptAsItsDigestAlone() throws NoSuchAlgorithmException {
        var member = people.add(Role.AGENT);
        var made = programs.made(member, Set.of(Scope.READ, Scope.WORK));

        assertThat(made.secret()).matches("firsthour_[0-9a-f]{64}");
        var digest =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(made.secret().getBytes(StandardCharsets.UTF_8)));
        assertThat(column("hash", made)).isEqualTo(digest);
        assertThat(
                        rows.column(
                                "SELECT CONCAT_WS(' ', name, ending, scopes) FROM api_token WHERE id = "
                                        + made.token().id()))
                .containsExactly(
                        "A test "
                                + made.secret().substring(made.secret().length() - 4)
                                + " READ,WORK");
        assertThat(
                        rows.column(
                                "SELECT data FROM event_log WHERE type = 'ApiTokenMade' AND member_id = "
                                        + member.id()))
                .containsExactly(
                        "{\"tokenId\":%d,\"scopes\":\"READ,WORK\",\"byId\":%d}"
                                .formatted(made.token().id(), member.id()));
        var me = programs.with(made.secret()).get("/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().get("memberId").asLong()).isEqualTo(member.id());
        assertThat(me.body().get("scopes").toString()).isEqualTo("[\"READ\",\"WORK\"]");
        assertThat(me.header("Set-Cookie")).isEmpty();
    }

    @Test
    void nobodyGivesATokenMoreThanOneMay() {
        var viewer = people.add(Role.VIEWER);
        var outcome = tokens.make(viewer.id(), "Too much", Set.of(Scope.READ, Scope.WORK), 30);
        assertThat(outcome)
                .isEqualTo(
                        new ApiTokens.Outcome.Refused("scopes", "“Work” needs the role of Agent."));
        assertThat(tokens.list(viewer.id())).isEmpty();
    }

    @Test
    void aTokenLosesWhatTheRoleLoses() {
        var member = people.add(Role.AGENT);
        var program = programs.of(member);
        assertThat(program.get("/me").body().get("scopes")).hasSize(2);
        members.changeRole(member.id(), Role.VIEWER, Members.SYSTEM);
        assertThat(program.get("/me").body().get("scopes")).hasSize(1);
        members.changeRole(member.id(), Role.AGENT, Members.SYSTEM);
        assertThat(program.get("/me").body().get("scopes")).hasSize(2);
    }

    @Test
    void deactivationEndsATokenForGood() {
        var member = people.add(Role.VIEWER);
        var program = programs.of(member);
        time.pass(Duration.ofSeconds(1));
        members.deactivate(member.id(), Members.SYSTEM);
        assertThat(program.get("/me").status()).isEqualTo(401);

        time.pass(Duration.ofSeconds(1));
        members.activate(member.id(), Members.SYSTEM);
        var refused = program.get("/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"Firsthour\", error=\"invalid_token\"");
        assertThat(refused.text("detail")).contains("deactivation");
        assertThat(tokens.list(member.id())).isEmpty();

        assertThat(programs.of(members.get(member.id())).get("/me").status()).isEqualTo(200);
    }

    @Test
    void aTokenEndsWhenItIsWithdrawnByWhoseItIs() {
        var member = people.add(Role.VIEWER);
        var made = programs.made(member, Set.of(Scope.READ));
        var other = people.add(Role.ADMIN);
        assertThat(tokens.withdraw(made.token().id(), other.id())).isFalse();
        assertThat(programs.with(made.secret()).get("/me").status()).isEqualTo(200);

        assertThat(tokens.withdraw(made.token().id(), member.id())).isTrue();
        assertThat(tokens.withdraw(made.token().id(), member.id())).isFalse();
        assertThat(programs.with(made.secret()).get("/me").status()).isEqualTo(401);
        assertThat(
                        rows.column(
                                "SELECT COUNT(*) FROM event_log WHERE type = 'ApiTokenWithdrawn' AND"
                                        + " member_id = "
                                        + member.id()))
                .containsExactly("1");
    }

    @Test
    void aTokenExpires() {
        var member = people.add(Role.VIEWER);
        var made = (Made) tokens.make(member.id(), "A month", Set.of(Scope.READ), 30);
        var program = programs.with(made.secret());
        time.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(program.get("/me").text("expiresAt"))
                .isEqualTo(made.token().madeAt().plus(Duration.ofDays(30)).toString());
        time.pass(Duration.ofSeconds(1));
        var refused = program.get("/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("detail")).contains("has expired");
    }

    @Test
    void theLastUseIsWrittenAtMostOnceAMinute() {
        var made = programs.made(people.add(Role.VIEWER), Set.of(Scope.READ));
        var program = programs.with(made.secret());
        assertThat(column("last_used_at", made)).isEqualTo("-");
        program.get("/me");
        var first = column("last_used_at", made);
        assertThat(first).isNotEqualTo("-");
        time.pass(Duration.ofSeconds(59));
        program.get("/me");
        assertThat(column("last_used_at", made)).isEqualTo(first);
        time.pass(Duration.ofSeconds(1));
        program.get("/me");
        assertThat(column("last_used_at", made)).isNotEqualTo(first);
    }

    @Test
    void aMemberHasFiftyTokensAtMost() {
        var member = people.add(Role.VIEWER);
        for (int i = 0; i < ApiTokens.MOST; i++) {
            programs.made(member, Set.of(Scope.READ));
        }
        var outcome = tokens.make(member.id(), "One more", Set.of(Scope.READ), 0);
        assertThat(outcome).isInstanceOf(ApiTokens.Outcome.Refused.class);
        tokens.withdraw(tokens.list(member.id()).getFirst().id(), member.id());
        assertThat(tokens.make(member.id(), "One more", Set.of(Scope.READ), 0))
                .isInstanceOf(Made.class);
    }

    @Test
    void withoutATokenTheAnswerSaysWhatIsWanted() {
        people.add(Role.ADMIN);
        var answer = programs.withoutToken().get("/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Firsthour\"");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("NOT_SIGNED_IN");
        assertThat(answer.text("detail")).contains("Authorization: Bearer firsthour_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firsthour_",
                "firsthour_0000000000000000000000000000000000000000000000000000000000000000",
                "eyJhbGciOiJub25lIn0.e30.",
                "' OR 1=1 --",
                "FIRSTHOUR_0000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoTokenIsRefused(String secret) {
        people.add(Role.ADMIN);
        var answer = programs.with(secret).get("/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).endsWith("error=\"invalid_token\"");
    }

    @Test
    void whoAsksTooOftenIsHeldBackAndNobodyElse() {
        var often = programs.of(Role.VIEWER);
        for (int i = 0; i < Throttle.MOST_WITH_A_TOKEN; i++) {
            assertThat(often.get("/me").status()).isEqualTo(200);
        }
        var held = often.get("/me");
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.text("code")).isEqualTo("THROTTLED");
        assertThat(held.header("Retry-After")).isEqualTo("61");
        assertThat(programs.of(Role.VIEWER).get("/me").status()).isEqualTo(200);
        time.pass(Duration.ofMinutes(1));
        assertThat(often.get("/me").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsAProblemAsWell() {
        var program = programs.of(Role.VIEWER);
        var nothing = program.get("/nothing");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.text("code")).isEqualTo("NOT_FOUND");
        var unknown = program.get("/me?colour=red");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.wrong()).isEqualTo("colour");
    }

    private String column(String name, Made made) {
        return rows.column(
                        "SELECT %s FROM api_token WHERE id = %d".formatted(name, made.token().id()))
                .getFirst();
    }
}
