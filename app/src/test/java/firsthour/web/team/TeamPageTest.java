package firsthour.web.team;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
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

    @Test
    void whoIsAwayIsNamedWithWhoStandsIn() {
        var anna = people.add(Role.AGENT);
        var ben = people.add(Role.AGENT);
        var browser = people.signedIn(anna);
        var answer =
                browser.post(
                        "/team/" + anna.id() + "/away",
                        Map.of("version", "0", "cover", String.valueOf(ben.id())));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.get("/team/" + anna.id()).body())
                .contains("Away, " + ben.name() + " stands in.", "I am here again");
        assertThat(browser.get("/team").body()).contains("Away, " + ben.name() + " stands in");
        browser.post("/team/" + anna.id() + "/back", Map.of());
        assertThat(browser.get("/team/" + anna.id()).body()).contains("You are here.");
    }

    @Test
    void onlyAManagerSendsSomebodyElseAway() {
        var anna = people.add(Role.AGENT);
        people.signedIn(Role.AGENT)
                .post("/team/" + anna.id() + "/away", Map.of("version", "0", "cover", ""));
        assertThat(people.signedIn(anna).get("/team/" + anna.id()).body())
                .contains("You are here.");
        people.signedIn(Role.MANAGER)
                .post("/team/" + anna.id() + "/away", Map.of("version", "0", "cover", ""));
        assertThat(people.signedIn(anna).get("/team/" + anna.id()).body())
                .contains("Away, nobody stands in.");
    }

    @Test
    void whatWasTypedOverAnOlderPageIsRefusedInWords() {
        var anna = people.add(Role.AGENT);
        var mira = people.signedIn(Role.MANAGER);
        var path = "/team/" + anna.id() + "/work";
        mira.post(path, Map.of("version", "0", "capacity", "7", "skills", "german"));
        var stale = mira.post(path, Map.of("version", "0", "capacity", "9", "skills", ""));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body())
                .contains("Somebody else changed this meanwhile", "value=\"9\"")
                .as("who has not seen the other's change does not overwrite it by repeating")
                .contains("name=\"version\" value=\"0\"");
        assertThat(people.signedIn(Role.MANAGER).get("/team/" + anna.id()).body())
                .contains("value=\"7\"", "value=\"german\"");
    }

    @Test
    void anEndThatCannotBeReadIsMarkedAndWhatWasTypedStays() {
        var anna = people.add(Role.AGENT);
        var ben = people.add(Role.AGENT);
        var answer =
                people.signedIn(anna)
                        .post(
                                "/team/" + anna.id() + "/away",
                                Map.of(
                                        "version",
                                        "0",
                                        "until",
                                        "tomorrow",
                                        "cover",
                                        String.valueOf(ben.id())));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"until-error\"", "value=\"tomorrow\"")
                .contains("value=\"" + ben.id() + "\" selected");
    }
}
