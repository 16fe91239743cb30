package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.team.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/// What a program is told when it fails here: nothing of the inside.
@MicronautTest(transactional = false)
@Property(name = "failing.routes", value = "true")
class ApiFailuresTest {
    private final Programs programs;

    ApiFailuresTest(Programs programs) {
        this.programs = programs;
    }

    /// Fails as a database does.
    @Controller(ApiPath.ROOT + "/failing")
    @Requires(property = "failing.routes")
    @Secured(Scopes.READ)
    @Hidden
    static final class FailingController {
        @Get("/{how}")
        String fail(String how) throws SQLException {
            return switch (how) {
                case "away" ->
                        throw new SQLTransientConnectionException("jdbc:mariadb://db:3306 is away");
                case "broken" -> throw new IllegalStateException("the password is hunter2");
                default -> how;
            };
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidWithoutItsAddress() {
        var answer = programs.of(Role.VIEWER).get("/failing/away");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("FAILED");
        assertThat(answer.text("detail")).startsWith("The database is away.");
        assertThat(answer.response().body()).doesNotContain("mariadb");
    }

    @Test
    void aFaultIsToldToTheLogAlone() {
        var answer = programs.of(Role.VIEWER).get("/failing/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("code")).isEqualTo("FAILED");
        assertThat(answer.response().body()).doesNotContain("hunter2");
    }
}
