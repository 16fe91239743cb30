package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.ApiPath;
import firsthour.security.Scope;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.team.Role;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which program may ask what: each route by role and scope, asked of the real server. What comes
/// of each deed on a case is said by [ApiCaseDeedsTest].
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiAccessTest {
    private static final String NOBODYS_ID = "987654321";

    /// What a token may have, also beyond its member's role: who had a higher role once has such.
    private static final List<Set<Scope>> SCOPES =
            List.of(
                    EnumSet.of(Scope.READ),
                    EnumSet.of(Scope.WORK),
                    EnumSet.of(Scope.MANAGE),
                    EnumSet.allOf(Scope.class));

    /// A route, and the scopes of which a token needs one; none where no token is needed.
    private record Row(HttpMethod method, String path, Set<Scope> scopes) {
        @Override
        public String toString() {
            return method + " " + path + " " + scopes;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row(HttpMethod.GET, "/openapi.json", Set.of()),
                new Row(HttpMethod.GET, "/me", EnumSet.allOf(Scope.class)),
                get("/brands"),
                get("/brands/{id}"),
                get("/brands/{id}/report"),
                get("/brands/{id}/policies"),
                get("/brands/{id}/due"),
                get("/brands/{id}/facts"),
                get("/brands/{id}/look-rules"),
                manage("/brands"),
                manage("/brands/{id}/rules"),
                manage("/brands/{id}/queries"),
                manage("/brands/{id}/queries/{query}/remove"),
                manage("/brands/{id}/accounts"),
                manage("/brands/{id}/accounts/{account}/remove"),
                get("/sources"),
                get("/sources/{id}"),
                manage("/sources/{id}/enable"),
                manage("/sources/{id}/disable"),
                manage("/sources/{id}/pull"),
                get("/mentions"),
                get("/mentions/{id}"),
                work("/mentions/{id}/correct"),
                work("/mentions/{id}/take-back"),
                get("/cases"),
                get("/cases/{id}"),
                work("/cases/{id}/claim"),
                work("/cases/{id}/release"),
                work("/cases/{id}/dismiss"),
                work("/cases/{id}/resolve"),
                work("/cases/{id}/undo"),
                work("/cases/{id}/reopen"),
                get("/looks"),
                get("/promises"),
                get("/silent"),
                get("/colleagues"),
                get("/cases/{id}/ownership"),
                work("/cases/{id}/handover"),
                work("/cases/{id}/accept"),
                work("/cases/{id}/decline"),
                work("/cases/{id}/takeback"),
                work("/cases/{id}/help"),
                work("/cases/{id}/help/{question}"),
                work("/cases/{id}/merge"),
                work("/cases/{id}/split-back"),
                work("/cases/{id}/split"),
                get("/causes"),
                get("/causes/{id}"),
                work("/causes/{id}"),
                work("/causes/{id}/close"),
                work("/causes/{id}/reopen"),
                work("/cases/{id}/cause"),
                work("/cases/{id}/cause/remove"),
                work("/cases/{id}/wait"),
                work("/cases/{id}/end-wait"),
                work("/cases/{id}/leave"),
                work("/cases/{id}/acknowledge"),
                work("/cases/{id}/answer"),
                work("/cases/{id}/follow-up"),
                work("/cases/{id}/post-follow-up"),
                work("/cases/{id}/post-acknowledge"),
                work("/cases/{id}/post-answer"),
                work("/cases/{id}/look-acknowledge"),
                work("/cases/{id}/look-answer"),
                work("/cases/{id}/looks/{look}/approve"),
                work("/cases/{id}/looks/{look}/send-back"),
                work("/cases/{id}/looks/{look}/withdraw"),
                work("/cases/{id}/outgoing/{reply}/again"),
                work("/cases/{id}/outgoing/{reply}/drop"),
                work("/cases/{id}/contact"),
                work("/cases/{id}/promises"),
                work("/cases/{id}/promises/{promise}/keep"),
                work("/cases/{id}/promises/{promise}/withdraw"),
                work("/cases/{id}/remedies"),
                work("/bulk/claim"),
                work("/bulk/release"),
                work("/bulk/dismiss"),
                work("/bulk/leave"),
                new Row(HttpMethod.GET, "/bulk/{id}", EnumSet.of(Scope.WORK)),
                work("/bulk/{id}/undo"),
                work("/cases/{id}/persons"),
                work("/cases/{id}/persons/{link}/remove"),
                get("/praise"),
                get("/praise/{id}"),
                work("/praise/{id}/post"),
                work("/praise/{id}/record"),
                work("/praise/{id}/again"),
                work("/praise/{id}/drop"),
                get("/testimonials"),
                get("/testimonials/usable"),
                get("/testimonials/{id}"),
                work("/mentions/{id}/testimonial"),
                work("/testimonials/{id}/grant"),
                work("/testimonials/{id}/withdraw"),
                get("/events"),
                get("/events/stream"));
    }

    private final Stage stage;
    private final TestPeople people;
    private final Programs programs;
    private final Members members;
    private final Router router;

    ApiAccessTest(
            Stage stage, TestPeople people, Programs programs, Members members, Router router) {
        this.stage = stage;
        this.people = people;
        this.programs = programs;
        this.members = members;
        this.router = router;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        people.add(Role.ADMIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRouteNeedsItsScopeAndTheRoleOfIt(Row row) {
        for (var role : Role.values()) {
            for (var scopes : SCOPES) {
                var answer = ask(programs.with(token(role, scopes)), row);
                var what = "%s as %s with %s".formatted(row, role, scopes);
                var usable =
                        row.scopes().stream()
                                .filter(scope ->
                                        scopes.contains(scope) && role.includes(scope.needed()))
                                .findAny();
                if (row.scopes().isEmpty() || usable.isPresent()) {
                    assertThat(answer.status()).as(what).isNotIn(401, 403).isLessThan(500);
                } else {
                    assertThat(answer.status()).as(what).isEqualTo(403);
                    assertThat(answer.text("code")).as(what).isIn("SCOPE_MISSING", "ROLE_MISSING");
                    assertThat(answer.text("detail")).as(what).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void withoutATokenNothingIsTold(Row row) {
        var answer = ask(programs.withoutToken(), row);
        assertThat(answer.status()).isEqualTo(row.scopes().isEmpty() ? 200 : 401);
    }

    @Test
    void everyRouteHasARow() {
        Set<String> routes =
                router.uriRoutes()
                        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                        .map(route ->
                                route.getHttpMethod()
                                        + " "
                                        + route.getUriMatchTemplate().toPathString())
                        .filter(route -> route.contains(" " + ApiPath.ROOT))
                        .collect(Collectors.toSet());
        Set<String> listed =
                rows().stream()
                        .map(row -> row.method() + " " + ApiPath.ROOT + row.path())
                        .collect(Collectors.toSet());
        assertThat(routes).as("give each new route a row above").isEqualTo(listed);
    }

    /// The scopes are given while the role is the highest.
    private String token(Role role, Set<Scope> scopes) {
        var member = people.add(Role.ADMIN);
        var secret = programs.secret(member, scopes);
        members.changeRole(member.id(), role, Members.SYSTEM);
        return secret;
    }

    private static Program.Answer ask(Program program, Row row) {
        // Nobody has this id, so that nothing is changed on the way.
        var path = row.path().replaceAll("\\{[^}]*}", NOBODYS_ID);
        if (row.method() == HttpMethod.POST) {
            return program.post(path, "{}");
        }
        // A stream has no end: a place that is none ends it at once.
        return program.get(path.endsWith("/stream") ? path + "?after=none" : path);
    }

    private static Row get(String path) {
        return new Row(HttpMethod.GET, path, EnumSet.of(Scope.READ));
    }

    private static Row work(String path) {
        return new Row(HttpMethod.POST, path, EnumSet.of(Scope.WORK));
    }

    private static Row manage(String path) {
        return new Row(HttpMethod.POST, path, EnumSet.of(Scope.MANAGE));
    }
}
