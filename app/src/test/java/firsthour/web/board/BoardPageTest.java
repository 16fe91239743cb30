package firsthour.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Availabilities;
import firsthour.team.Members;
import firsthour.team.Teams;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Boards;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Handovers;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class BoardPageTest {
    private static final Pattern NEXT = Pattern.compile("id=\"next-(\\d+)-([A-Z_]+)\"");
    private static final Pattern POLL = Pattern.compile("hx-get=\"(/board/now\\?[^\"]+)\"");

    private final Boards boards;
    private final Stage stage;
    private final Cases cases;
    private final Handovers handovers;
    private final PublicWords words;
    private final Teams teams;
    private final Availabilities availabilities;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser mira;

    BoardPageTest(
            Boards boards,
            Stage stage,
            Cases cases,
            Handovers handovers,
            PublicWords words,
            Teams teams,
            Availabilities availabilities,
            TestPeople people,
            Members members,
            ControlledTime time) {
        this.boards = boards;
        this.stage = stage;
        this.cases = cases;
        this.handovers = handovers;
        this.words = words;
        this.teams = teams;
        this.availabilities = availabilities;
        this.people = people;
        this.members = members;
        this.time = time;
        this.mira = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        mira = people.signedIn(members.get(Stage.MIRA.memberId()));
    }

    @Test
    void everybodyStandsWithWhatTheyHaveOfWhatTheyTake() {
        claimed("kim", Stage.ANNA);
        time.pass(Duration.ofMinutes(61));
        claimed("lee", Stage.ANNA);
        availabilities.changeWork(12, 0, 0, "", 13);
        assertThat(person(11)).contains("Anna", "2 of 20 cases", "1 min late", "1 late");
        assertThat(person(12)).contains("0 of 0 cases", "full", "nothing due");
        assertThat(person(13)).contains("Mira", "0 of 20 cases").doesNotContain("full");
        assertThat(page()).as("who only reads has no cases").doesNotContain("person-14");
    }

    @Test
    void inGermanTheyHaveOneOfOneCaseAndSeveralOfSeveral() {
        claimed("kim", Stage.ANNA);
        availabilities.changeWork(11, 0, 1, "", 13);
        var german = mira.request("/board").header("Accept-Language", "de");
        assertThat(mira.send(german.GET()).body()).contains("1 von 1 Fall<", "0 von 20 Fällen<");
    }

    @Test
    void whoIsAwayIsNamedWithWhoStandsIn() {
        availabilities.goAway(11, 0, time.now(), Optional.empty(), Optional.of(12L), 13);
        assertThat(person(11)).contains("away, Ben stands in");
        availabilities.comeBack(11, 13);
        assertThat(person(11)).doesNotContain("away");
    }

    @Test
    void theWordsThatAreOwedStandByDueUntilTheyAreLate() {
        var first = claimed("kim", Stage.ANNA);
        time.pass(Duration.ofMinutes(10));
        var second = stage.complaint("lee");
        assertThat(next())
                .containsExactly(
                        first + " ACKNOWLEDGEMENT",
                        second + " ACKNOWLEDGEMENT",
                        first + " ANSWER",
                        second + " ANSWER");
        say(first);
        time.pass(Duration.ofMinutes(55));
        assertThat(next())
                .containsExactly(
                        second + " ACKNOWLEDGEMENT", first + " ANSWER", second + " ANSWER");
        time.pass(Duration.ofMinutes(10));
        assertThat(next())
                .as("what is late")
                .containsExactly(first + " ANSWER", second + " ANSWER");
        cases.dismiss(first, stage.version(first), Stage.ANNA, DismissalReason.SPAM, "");
        assertThat(next()).containsExactly(second + " ANSWER");
    }

    @Test
    void aCaseIsHandedOverFromHereWhereSomebodyHasItAndNothingIsOffered() {
        var id = claimed("kim", Stage.ANNA);
        var free = stage.complaint("lee");
        var way = "href=\"/cases/%d?panel=handover#panel-handover\"";
        assertThat(page()).contains(way.formatted(id)).doesNotContain(way.formatted(free));
        assertThat(mira.get("/cases/" + id + "?panel=handover").body())
                .containsPattern("id=\"panel-handover\"\\s+method");
        handovers.offer(id, stage.version(id), Stage.ANNA, 12, "Please.");
        assertThat(page()).doesNotContain(way.formatted(id));
    }

    @Test
    void whatNobodyTookStandsApart() {
        var id = stage.complaint("kim");
        assertThat(page()).contains("Somebody takes everything in time.");
        stage.execute("UPDATE cases SET unattended_at = NOW(6) WHERE id = " + id);
        assertThat(page()).contains("id=\"case-row-" + id + "\"");
    }

    @Test
    void aTeamIsAsLoadedAsItsPeople() {
        teams.add("Care", 13);
        var team = Long.parseLong(stage.one("SELECT id FROM team"));
        teams.belong(11, Set.of(team), 13);
        teams.belong(12, Set.of(team), 13);
        claimed("kim", Stage.ANNA);
        claimed("max", Stage.MIRA);
        var waits = stage.complaint("lee");
        stage.execute("UPDATE cases SET team_id = %d WHERE id = %d".formatted(team, waits));
        availabilities.goAway(12, 0, time.now(), Optional.empty(), Optional.empty(), 13);
        assertThat(page()).contains("1 of 2 here", "1 of 20 cases", "1 wait to be claimed");
    }

    @Test
    void everyNodeKnowsTheBoardThatAnotherShowed() {
        claimed("kim", Stage.ANNA);
        // All that the words of the board are made of; hashes of objects differ between nodes.
        var words = boards.get(Stage.MIRA.memberId()).toString();
        assertThat(words).contains("COMPLAINT").doesNotContain("@");
        assertThat(
                        mira.get("/board/now?seen=" + Integer.toHexString(words.hashCode()))
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    void thePageIsToldOfAChangeAndNotOfNothing() {
        claimed("kim", Stage.ANNA);
        var poll = POLL.matcher(page());
        assertThat(poll.find()).isTrue();
        assertThat(mira.get(poll.group(1)).statusCode()).isEqualTo(204);
        claimed("lee", Stage.BEN);
        var changed = mira.get(poll.group(1));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("id=\"board\"").doesNotContain("<html");
    }

    private long claimed(String author, Actor by) {
        var id = stage.complaint(author);
        assertThat(cases.claim(id, stage.version(id), by)).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private void say(long id) {
        var now = time.now();
        stage.inTransaction(() ->
                assertThat(
                                words.say(
                                        id,
                                        stage.version(id),
                                        Stage.ANNA,
                                        ReplyKind.ACKNOWLEDGEMENT,
                                        now))
                        .isInstanceOf(Outcome.Done.class));
    }

    private String page() {
        var answer = mira.get("/board");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String person(long id) {
        var whole = page();
        int from = whole.indexOf("id=\"person-" + id + "\"");
        assertThat(from).isPositive();
        return whole.substring(from, whole.indexOf("</details>", from));
    }

    private List<String> next() {
        return NEXT.matcher(page())
                .results()
                .map((MatchResult found) -> found.group(1) + " " + found.group(2))
                .toList();
    }
}
