package firsthour.web.team;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class TeamPageTest {
    private final TestPeople people;

    TeamPageTest(TestPeople people) {
        this.people = people;
    }

    @Test
    void aRoleIsGivenByAButtonAndNotByLookingThroughTheRoles() {
        var member = people.add(Role.AGENT);
        assertThat(people.signedIn(Role.ADMIN).get("/team").body())
                .contains("aria-label=\"Change the role of " + member.name() + "\"")
                .doesNotContain("data-submit");
    }
}
