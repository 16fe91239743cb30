package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.api.CaseDeed.By;
import firsthour.api.CaseStages.Placed;
import firsthour.api.CaseStages.State;
import firsthour.api.CaseStages.Thing;
import firsthour.api.CaseStages.Who;
import firsthour.security.ApiPath;
import firsthour.security.Scope;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What comes of every deed on a case: for everybody, in every state, with the version as it is and
/// with an older one, asked of the real server. [DeedTable] says what.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ApiCaseDeedsTest {
    private static final String CASE = ApiPath.ROOT + "/cases/{id}/";

    private static final boolean[] FRESH = {false};
    private static final boolean[] BOTH = {false, true};

    private final Stage stage;
    private final CaseStages stages;
    private final Programs programs;
    private final Router router;
    private final List<String> odd = new ArrayList<>();

    ApiCaseDeedsTest(Stage stage, CaseStages stages, Programs programs, Router router) {
        this.stage = stage;
        this.stages = stages;
        this.programs = programs;
        this.router = router;
    }

    @BeforeEach
    void reset() {
        stages.reset();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aDeedDoesWhatTheTableSays(State state) {
        var at = stages.place(state);
        var stands = stands(at);
        for (var deed : CaseDeed.values()) {
            for (var who : Who.values()) {
                var expected = DeedTable.of(deed, state, who);
                for (boolean older : who == Who.VIEWER || deed.by() == By.NOTHING ? FRESH : BOTH) {
                    var wanted = older ? older(deed, expected) : expected;
                    var answer =
                            stages.with(who).post(deed.path(at), body(deed, at, stands, older));
                    var then = stands(at);
                    if (!wanted.fits(answer, !then.equals(stands))) {
                        odd.add(
                                "%s of a case that is %s by %s%s is not %s but %d %s: %s"
                                        .formatted(
                                                deed,
                                                state,
                                                who,
                                                older ? " with an older version" : "",
                                                wanted,
                                                answer.status(),
                                                answer.text("code"),
                                                answer.text("detail")));
                    }
                    if (answer.status() == 200 || !then.equals(stands)) {
                        at = stages.place(state);
                        then = stands(at);
                    }
                    stands = then;
                }
            }
        }
        assertThat(odd).isEmpty();
    }

    @Test
    void withoutTheScopeNothingIsDone() {
        var at = stages.place(State.CLAIMED);
        var stands = stands(at);
        var reads = programs.of(stages.person(Who.ASSIGNEE), EnumSet.of(Scope.READ));
        for (var deed : CaseDeed.values()) {
            var answer = reads.post(deed.path(at), body(deed, at, stands, false));
            assertThat(answer.text("code")).as(deed.name()).isEqualTo("SCOPE_MISSING");
            assertThat(answer.text("detail"))
                    .as(deed.name())
                    .isEqualTo("This needs a token with the scope WORK. Make one under Account.");
        }
        assertThat(stands(at)).isEqualTo(stands);
    }

    @Test
    void everyDeedOnACaseIsInTheTable() {
        var routes =
                router.uriRoutes()
                        .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                        .map(route -> route.getUriMatchTemplate().toPathString())
                        .filter(path -> path.startsWith(CASE))
                        .map(path -> path.substring(CASE.length()).replaceAll("\\{[^}]*}", "%d"))
                        .collect(Collectors.toSet());
        assertThat(Arrays.stream(CaseDeed.values()).map(CaseDeed::path))
                .as("give each new deed a column in DeedTable")
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    private static Came older(CaseDeed deed, Came expected) {
        return deed.by() == By.ANY_VERSION ? expected : expected.stale();
    }

    private static String body(CaseDeed deed, Placed at, String stands, boolean older) {
        long version = Long.parseLong(stands.substring(0, stands.indexOf(' ')));
        long cause = at.the(Thing.CAUSE);
        long seen = cause == CaseStages.NOTHING && deed == CaseDeed.CAUSE ? 0 : cause;
        return deed.body(at, older ? version - 1 : version, older ? CaseStages.NOTHING - 1 : seen);
    }

    /// The version of a case, and whatever changes with a deed.
    private String stands(Placed at) {
        return stage.one(
                """
                SELECT CONCAT(c.version, ' ',
                  (SELECT COUNT(*) FROM event_log e WHERE e.case_id = c.id), ' ',
                  (SELECT COALESCE(GROUP_CONCAT(o.state), '') FROM outgoing_reply o
                   WHERE o.case_id = c.id))
                FROM cases c WHERE c.id = %d
                """
                        .formatted(at.id()));
    }
}
