package firsthour.security;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.team.Role;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may ask for what. Every route has a row; a new one without a row fails.
@MicronautTest(transactional = false)
class RoleByEndpointTest {
    /// The lowest role, or null where nobody has to be signed in.
    private record Row(HttpMethod method, String path, @Nullable Role lowest) {
        @Override
        public String toString() {
            return method + " " + path + (lowest == null ? " for all" : " from " + lowest);
        }
    }

    static List<Row> rows() {
        return List.of(
                open(HttpMethod.GET, "/login"),
                open(HttpMethod.POST, "/login"),
                open(HttpMethod.POST, "/logout"),
                open(HttpMethod.GET, "/setup"),
                open(HttpMethod.POST, "/setup"),
                open(HttpMethod.GET, "/health"),
                open(HttpMethod.GET, "/health/{selector}"),
                get("/", Role.VIEWER),
                get("/report", Role.VIEWER),
                get("/report/list", Role.VIEWER),
                get("/judgement", Role.AGENT),
                post("/judgement/{brandId}/threshold", Role.MANAGER),
                post("/judgement/{brandId}/threshold/{moveId}/undo", Role.MANAGER),
                post("/judgement/{brandId}/again", Role.MANAGER),
                get("/judgement/{brandId}/check", Role.AGENT),
                post("/judgement/{brandId}/check/{mentionId}", Role.AGENT),
                post("/judgement/{brandId}/check/{mentionId}/undo", Role.AGENT),
                get("/my-day", Role.AGENT),
                get("/board", Role.MANAGER),
                get("/board/now", Role.MANAGER),
                get("/queue", Role.VIEWER),
                post("/queue/bulk", Role.AGENT),
                get("/queue/bulk/{id}", Role.AGENT),
                post("/queue/bulk/{id}/undo", Role.AGENT),
                post("/queue/views", Role.VIEWER),
                post("/queue/views/{id}", Role.VIEWER),
                post("/queue/views/{id}/remove", Role.VIEWER),
                get("/queue/rows", Role.VIEWER),
                get("/queue/news", Role.VIEWER),
                get("/cases/{id}", Role.VIEWER),
                get("/cases/{id}/pane", Role.VIEWER),
                get("/cases/{id}/changes", Role.VIEWER),
                post("/cases/{id}/claim", Role.AGENT),
                post("/cases/{id}/release", Role.AGENT),
                post("/cases/{id}/acknowledge", Role.AGENT),
                post("/cases/{id}/answer", Role.AGENT),
                post("/cases/{id}/follow-up", Role.AGENT),
                post("/cases/{id}/compose-follow-up", Role.AGENT),
                post("/cases/{id}/post-follow-up", Role.AGENT),
                post("/cases/{id}/compose-acknowledge", Role.AGENT),
                post("/cases/{id}/compose-answer", Role.AGENT),
                post("/cases/{id}/post-acknowledge", Role.AGENT),
                post("/cases/{id}/post-answer", Role.AGENT),
                post("/cases/{id}/outgoing/{reply}/again", Role.AGENT),
                post("/cases/{id}/outgoing/{reply}/drop", Role.AGENT),
                post("/cases/{id}/look-acknowledge", Role.AGENT),
                post("/cases/{id}/look-answer", Role.AGENT),
                post("/cases/{id}/compose-look", Role.AGENT),
                post("/cases/{id}/looks/{look}/approve", Role.AGENT),
                post("/cases/{id}/looks/{look}/send-back", Role.AGENT),
                post("/cases/{id}/looks/{look}/withdraw", Role.AGENT),
                get("/looks", Role.VIEWER),
                get("/looks/count", Role.VIEWER),
                post("/cases/{id}/contact", Role.AGENT),
                post("/cases/{id}/dismiss", Role.AGENT),
                post("/cases/{id}/wait", Role.AGENT),
                post("/cases/{id}/end-wait", Role.AGENT),
                post("/cases/{id}/leave", Role.AGENT),
                post("/cases/{id}/resolve", Role.AGENT),
                get("/cases/{id}/presence", Role.VIEWER),
                post("/cases/{id}/drafting", Role.AGENT),
                post("/cases/{id}/drafting/end", Role.AGENT),
                post("/cases/{id}/handover", Role.AGENT),
                post("/cases/{id}/accept", Role.AGENT),
                post("/cases/{id}/decline", Role.AGENT),
                post("/cases/{id}/takeback", Role.AGENT),
                post("/cases/{id}/help", Role.AGENT),
                post("/cases/{id}/help/{question}", Role.AGENT),
                post("/cases/{id}/merge", Role.AGENT),
                post("/cases/{id}/split-back", Role.AGENT),
                post("/cases/{id}/split", Role.AGENT),
                post("/cases/{id}/undo", Role.AGENT),
                post("/cases/{id}/reopen", Role.AGENT),
                post("/cases/{id}/correct", Role.AGENT),
                get("/brands/{id}/facts", Role.VIEWER),
                post("/brands/{id}/facts", Role.MANAGER),
                post("/brands/{id}/facts/{factId}", Role.MANAGER),
                post("/brands/{id}/facts/{factId}/remove", Role.MANAGER),
                post("/brands/{id}/facts/words", Role.MANAGER),
                post("/brands/{id}/facts/words/{wordId}/remove", Role.MANAGER),
                get("/causes", Role.VIEWER),
                get("/causes/{id}", Role.VIEWER),
                post("/causes/{id}", Role.AGENT),
                post("/causes/{id}/close", Role.AGENT),
                post("/causes/{id}/reopen", Role.AGENT),
                get("/cases/{id}/cause", Role.VIEWER),
                post("/cases/{id}/cause", Role.AGENT),
                post("/cases/{id}/cause/remove", Role.AGENT),
                get("/promises", Role.VIEWER),
                get("/promises/remedies", Role.VIEWER),
                get("/cases/{id}/promises", Role.VIEWER),
                post("/cases/{id}/promises", Role.AGENT),
                post("/cases/{id}/promises/{promise}/keep", Role.AGENT),
                post("/cases/{id}/promises/{promise}/withdraw", Role.AGENT),
                post("/cases/{id}/remedies", Role.AGENT),
                get("/testimonials", Role.VIEWER),
                get("/testimonials/{id}", Role.VIEWER),
                get("/testimonials/ask/{mention}", Role.AGENT),
                post("/testimonials/ask/{mention}", Role.AGENT),
                post("/testimonials/{id}/grant", Role.AGENT),
                post("/testimonials/{id}/withdraw", Role.AGENT),
                get("/silent", Role.VIEWER),
                get("/praise", Role.VIEWER),
                get("/praise/{id}", Role.VIEWER),
                post("/praise/{id}/check", Role.AGENT),
                post("/praise/{id}/post", Role.AGENT),
                post("/praise/{id}/record", Role.AGENT),
                post("/praise/{id}/again", Role.AGENT),
                post("/praise/{id}/drop", Role.AGENT),
                get("/cases/{id}/recovery", Role.VIEWER),
                post("/cases/{id}/recovery/persons", Role.AGENT),
                post("/cases/{id}/recovery/persons/{link}/remove", Role.AGENT),
                get("/brands", Role.VIEWER),
                get("/brands/preview", Role.VIEWER),
                get("/brands/{id}", Role.VIEWER),
                post("/brands", Role.MANAGER),
                post("/brands/{id}/queries", Role.MANAGER),
                post("/brands/{id}/queries/{queryId}/remove", Role.MANAGER),
                post("/brands/{id}/accounts", Role.MANAGER),
                post("/brands/{id}/accounts/{accountId}/remove", Role.MANAGER),
                post("/brands/{id}/rules", Role.MANAGER),
                post("/brands/{id}/words", Role.MANAGER),
                post("/brands/{id}/words/{wordId}/remove", Role.MANAGER),
                get("/brands/{id}/policies", Role.VIEWER),
                get("/brands/{id}/policies/new", Role.MANAGER),
                get("/brands/{id}/policies/{number}", Role.MANAGER),
                post("/brands/{id}/policies/new", Role.MANAGER),
                post("/brands/{id}/policies/{number}", Role.MANAGER),
                post("/brands/{id}/policies/{number}/up", Role.MANAGER),
                post("/brands/{id}/policies/{number}/remove", Role.MANAGER),
                post("/brands/{id}/policies/{number}/switch", Role.MANAGER),
                get("/brands/{id}/second-looks", Role.VIEWER),
                post("/brands/{id}/second-looks", Role.MANAGER),
                post("/brands/{id}/second-looks/{rule}/remove", Role.MANAGER),
                get("/brands/calendars", Role.VIEWER),
                get("/brands/calendars/new", Role.MANAGER),
                get("/brands/calendars/{id}", Role.MANAGER),
                post("/brands/calendars/new", Role.MANAGER),
                post("/brands/calendars/{id}", Role.MANAGER),
                get("/sources", Role.VIEWER),
                post("/sources", Role.MANAGER),
                post("/sources/preview", Role.MANAGER),
                get("/sources/add", Role.MANAGER),
                get("/sources/add/{network}", Role.MANAGER),
                get("/brands/{id}/start", Role.MANAGER),
                post("/brands/{id}/start", Role.MANAGER),
                get("/sources/{id}", Role.MANAGER),
                post("/sources/{id}", Role.MANAGER),
                post("/sources/{id}/remove", Role.MANAGER),
                post("/sources/{id}/secret", Role.MANAGER),
                open(HttpMethod.POST, "/hooks/{id}"),
                post("/sources/{id}/consent", Role.MANAGER),
                get("/sources/consent", Role.MANAGER),
                post("/sources/{id}/pull", Role.MANAGER),
                post("/sources/{id}/enabled", Role.MANAGER),
                get("/team", Role.VIEWER),
                post("/team", Role.ADMIN),
                post("/team/{id}/role", Role.ADMIN),
                post("/team/{id}/password", Role.ADMIN),
                post("/team/{id}/deactivate", Role.ADMIN),
                post("/team/{id}/activate", Role.ADMIN),
                get("/team/{id}", Role.VIEWER),
                post("/team/{id}/work", Role.MANAGER),
                post("/team/{id}/away", Role.AGENT),
                post("/team/{id}/back", Role.AGENT),
                post("/team/groups", Role.MANAGER),
                post("/team/groups/{id}/remove", Role.MANAGER),
                get("/team/routing", Role.MANAGER),
                post("/team/routing", Role.MANAGER),
                get("/team/routing/{id}", Role.MANAGER),
                post("/team/routing/{id}", Role.MANAGER),
                post("/team/routing/{id}/try", Role.MANAGER),
                post("/team/routing/{id}/live", Role.MANAGER),
                post("/team/routing/{id}/off", Role.MANAGER),
                post("/team/routing/{id}/up", Role.MANAGER),
                post("/team/routing/{id}/remove", Role.MANAGER),
                post("/team/vips", Role.MANAGER),
                post("/team/vips/{id}/remove", Role.MANAGER),
                get("/team/network", Role.ADMIN),
                post("/team/network", Role.ADMIN),
                post("/team/network/remove", Role.ADMIN),
                get("/account", Role.VIEWER),
                post("/account", Role.VIEWER),
                post("/account/password", Role.VIEWER),
                get("/account/api", Role.VIEWER),
                get("/account/tokens", Role.VIEWER),
                post("/account/tokens", Role.VIEWER),
                post("/account/tokens/{id}/withdraw", Role.VIEWER),
                get("/brands", Role.VIEWER),
                get("/brands/{id}", Role.VIEWER),
                get("/brands/preview", Role.VIEWER),
                post("/brands", Role.MANAGER),
                post("/brands/{id}/queries", Role.MANAGER),
                post("/brands/{id}/queries/{queryId}/remove", Role.MANAGER),
                post("/brands/{id}/accounts", Role.MANAGER),
                post("/brands/{id}/accounts/{accountId}/remove", Role.MANAGER),
                post("/brands/{id}/rules", Role.MANAGER),
                get("/sources", Role.VIEWER),
                post("/sources", Role.MANAGER),
                post("/sources/{id}/pull", Role.MANAGER),
                post("/sources/{id}/enabled", Role.MANAGER),
                get("/channels", Role.VIEWER),
                post("/channels", Role.ADMIN),
                post("/channels/{id}/address", Role.ADMIN),
                post("/channels/{id}/enable", Role.ADMIN),
                post("/channels/{id}/disable", Role.ADMIN),
                post("/channels/{id}/remove", Role.ADMIN),
                post("/channels/{id}/test", Role.MANAGER),
                post("/channels/rules/{id}", Role.MANAGER),
                post("/channels/deliveries/{id}/again", Role.MANAGER));
    }

    private final TestPeople people;
    private final Router router;

    RoleByEndpointTest(TestPeople people, Router router) {
        this.people = people;
        this.router = router;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRoleMayDoWhatItsRowSays(Row row) {
        for (Role role : Role.values()) {
            var status = ask(people.signedIn(role), row).statusCode();
            boolean allowed = row.lowest() == null || role.includes(row.lowest());
            if (allowed) {
                assertThat(status).as("%s as %s", row, role).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", row, role).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whoIsNotSignedInIsLedToTheSignIn(Row row) {
        var answer = ask(people.signedOut(), row);
        if (row.lowest() == null) {
            assertThat(answer.statusCode()).as("%s", row).isNotIn(401, 403);
        } else {
            assertThat(answer.statusCode()).as("%s", row).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/login");
        }
    }

    @Test
    void everyRouteHasARow() {
        Set<String> routes =
                router.uriRoutes()
                        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                        // Programs ask there, with tokens: ApiAccessTest has a row for each.
                        .filter(route ->
                                !route.getUriMatchTemplate()
                                        .toPathString()
                                        .startsWith(ApiPath.ROOT))
                        .map(route ->
                                route.getHttpMethod()
                                        + " "
                                        + route.getUriMatchTemplate().toPathString())
                        .collect(Collectors.toSet());
        Set<String> listed =
                rows().stream()
                        .map(row -> row.method() + " " + row.path())
                        .collect(Collectors.toSet());
        assertThat(routes).as("give each new route a row above").isSubsetOf(listed);
    }

    private static HttpResponse<String> ask(TestBrowser browser, Row row) {
        // Nobody has this id, so that nothing is changed on the way.
        var path = row.path().replaceAll("\\{[^}]*}", "987654321");
        return row.method() == HttpMethod.GET ? browser.get(path) : browser.post(path, Map.of());
    }

    private static Row open(HttpMethod method, String path) {
        return new Row(method, path, null);
    }

    private static Row get(String path, Role lowest) {
        return new Row(HttpMethod.GET, path, lowest);
    }

    private static Row post(String path, Role lowest) {
        return new Row(HttpMethod.POST, path, lowest);
    }
}
