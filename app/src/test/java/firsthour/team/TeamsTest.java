package firsthour.team;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.team.Teams.Change;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
class TeamsTest {
    private final Teams teams;
    private final Members members;
    private final Rows rows;

    TeamsTest(Teams teams, Members members, Rows rows) {
        this.teams = teams;
        this.members = members;
        this.rows = rows;
    }

    @BeforeEach
    void nobody() {
        rows.execute("DELETE FROM routing_rule");
        rows.execute("DELETE FROM team");
        rows.execute("DELETE FROM member");
        rows.execute("DELETE FROM event_log");
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(teams.add(" Delivery ", Members.SYSTEM)).isInstanceOf(Change.Done.class);
        assertThat(teams.add("delivery", Members.SYSTEM))
                .isEqualTo(new Change.Refused("There is a team called delivery already."));
        assertThat(teams.add("  ", Members.SYSTEM)).isInstanceOf(Change.Refused.class);
        assertThat(teams.list()).extracting(Team::name).containsExactly("Delivery");
    }

    @Test
    void namesMayHoldEmojiByWhichTheyAreToldApart() {
        assertThat(teams.add("Fast 🚀", Members.SYSTEM)).isInstanceOf(Change.Done.class);
        assertThat(teams.add("Fast 🦊", Members.SYSTEM)).isInstanceOf(Change.Done.class);
        assertThat(teams.add("fast 🚀", Members.SYSTEM)).isInstanceOf(Change.Refused.class);
        assertThat(teams.list())
                .extracting(Team::name)
                .containsExactlyInAnyOrder("Fast 🚀", "Fast 🦊");
    }

    @Test
    void somebodyBelongsToExactlyTheTeamsThatWereNamed() {
        var anna = anna();
        var one = add("One");
        var two = add("Two");
        teams.belong(anna, Set.of(one, 987_654_321L), Members.SYSTEM);
        teams.belong(anna, Set.of(two), Members.SYSTEM);
        teams.belong(anna, Set.of(two), Members.SYSTEM);
        assertThat(teams.find(one).orElseThrow().memberIds()).isEmpty();
        assertThat(teams.find(two).orElseThrow().memberIds()).containsExactly(anna);
        assertThat(rows.column("SELECT type FROM event_log WHERE type LIKE 'Team%' ORDER BY id"))
                .isEqualTo(
                        List.of("TeamAdded", "TeamAdded", "TeamJoined", "TeamLeft", "TeamJoined"));
    }

    @Test
    void aTeamThatARuleNamesStays() {
        var team = add("Delivery");
        rows.execute(
                "INSERT INTO routing_rule (place, name, state, team_id, manner)"
                        + " VALUES (1, 'All', 'DRAFT', %d, 'POOL')".formatted(team));
        assertThat(teams.remove(team, Members.SYSTEM)).isInstanceOf(Change.Refused.class);
        assertThat(teams.list()).hasSize(1);
        rows.execute("DELETE FROM routing_rule");
        assertThat(teams.remove(team, Members.SYSTEM)).isInstanceOf(Change.Done.class);
        assertThat(teams.list()).isEmpty();
    }

    private long add(String name) {
        if (teams.add(name, Members.SYSTEM) instanceof Change.Done(var team)) {
            return team.id();
        }
        throw new AssertionError(name);
    }

    private long anna() {
        var asked = new NewMember("anna@example.com", "Anna", Role.AGENT, "UTC", "hash");
        if (members.add(asked, Members.SYSTEM) instanceof Outcome.Saved(var member)) {
            return member.id();
        }
        throw new AssertionError("Anna");
    }
}
