package firsthour.web.day;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Promises;
import firsthour.response.Promising;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.Handovers;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import firsthour.triage.ReplyKind;
import firsthour.triage.SilenceWatch;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class DayPageTest {
    private static final Pattern ROW = Pattern.compile("id=\"case-row-(\\d+)\"");

    private final Stage stage;
    private final Cases cases;
    private final Handovers handovers;
    private final Waiting waiting;
    private final SilenceWatch silence;
    private final PublicWords words;
    private final Promises promises;
    private final Triage triage;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;

    DayPageTest(
            Stage stage,
            Cases cases,
            Handovers handovers,
            Waiting waiting,
            SilenceWatch silence,
            PublicWords words,
            Promises promises,
            Triage triage,
            TestPeople people,
            Members members,
            ControlledTime time) {
        this.stage = stage;
        this.cases = cases;
        this.handovers = handovers;
        this.waiting = waiting;
        this.silence = silence;
        this.words = words;
        this.promises = promises;
        this.triage = triage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
    }

    @BeforeEach
    void signIn() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
    }

    @Test
    void whoHasNothingIsLedToWhatNobodyHas() {
        stage.complaint("kim");
        assertThat(page()).contains("Nothing waits for you", "href=\"/queue?tab=unclaimed\"");
    }

    @Test
    void onesOwnCasesStandByDueAndNotByPriority() {
        var first = claimed("kim", Stage.ANNA);
        time.pass(Duration.ofMinutes(10));
        var second = claimed("lee", Stage.ANNA);
        stage.execute("UPDATE cases SET priority = 90 WHERE id = " + second);
        claimed("max", Stage.BEN);
        assertThat(rows("next")).containsExactly(first, second);
        assertThat(page()).contains("You have 2 cases.");
        time.pass(Duration.ofMinutes(55));
        assertThat(page()).contains("You have 2 cases, 1 of them late.");
    }

    @Test
    void whatColleaguesOfferAndAskWaitsWithItsWords() {
        var offered = claimed("kim", Stage.BEN);
        handovers.offer(offered, stage.version(offered), Stage.BEN, 11, "She knows <you> already.");
        var asked = claimed("lee", Stage.BEN);
        handovers.ask(asked, stage.version(asked), Stage.BEN, 11, "Is the shop open?");
        assertThat(page())
                .contains("Offered to you", "She knows &lt;you&gt; already.")
                .contains("href=\"/cases/" + offered + "\">case " + offered)
                .contains("You are asked", "Is the shop open?");
        handovers.decline(offered, stage.version(offered), Stage.ANNA);
        var question = Long.parseLong(stage.one("SELECT id FROM help"));
        handovers.help(asked, question, Stage.ANNA, "Until six.");
        assertThat(page()).contains("Nothing waits for you");
    }

    @Test
    void aPromiseWaitsOnItsDayAndTheLateOnesAfterIt() {
        var id = claimed("kim", Stage.ANNA);
        promise(id, "We call you.", Duration.ofDays(2));
        assertThat(page()).doesNotContain("We call you.");
        time.pass(Duration.ofDays(2).minusMinutes(1));
        assertThat(page()).contains("Promised for today", "We call you.");
        time.pass(Duration.ofDays(1));
        assertThat(page()).contains("We call you.");
        cases.release(id, stage.version(id), Stage.ANNA);
        assertThat(page()).as("who promised owes it").contains("We call you.");
        cases.claim(id, stage.version(id), Stage.BEN);
        assertThat(page()).as("whoever has the case owes it").doesNotContain("We call you.");
    }

    @Test
    void aCustomerWhoWasWaitedForAndWroteComesFirstUntilWeSpeak() {
        var id = claimed("kim", Stage.ANNA);
        say(id, ReplyKind.ACKNOWLEDGEMENT);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        assertThat(page())
                .contains("One more case waits for the customer.")
                .doesNotContain("They wrote again");
        time.pass(Duration.ofHours(1));
        var wrote = stage.post("again").author("kim").text("Here is the number.").mention();
        stage.score(wrote, "NEGATIVE", .9, .05, null);
        triage.sweep();
        assertThat(rows("back")).containsExactly(id);
        assertThat(rows("next")).isEmpty();
        say(id, ReplyKind.ACKNOWLEDGEMENT);
        assertThat(rows("back")).isEmpty();
        assertThat(rows("next")).containsExactly(id);
    }

    @Test
    void whoStaysSilentForDaysComesBackToMind() {
        var id = claimed("kim", Stage.ANNA);
        say(id, ReplyKind.ANSWER);
        assertThat(rows("done")).containsExactly(id);
        waiting.begin(id, stage.version(id), Stage.ANNA);
        assertThat(rows("silent")).isEmpty();
        time.pass(Duration.ofDays(3).plusMinutes(1));
        silence.sweepBatch();
        assertThat(rows("silent")).containsExactly(id);
        assertThat(rows("done")).isEmpty();
    }

    private long claimed(String author, Actor by) {
        var id = stage.complaint(author);
        assertThat(cases.claim(id, stage.version(id), by)).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private void say(long id, ReplyKind kind) {
        var now = time.now();
        stage.inTransaction(() ->
                assertThat(words.say(id, stage.version(id), Stage.ANNA, kind, now))
                        .isInstanceOf(Outcome.Done.class));
    }

    private void promise(long id, String promised, Duration in) {
        assertThat(promises.make(id, Stage.ANNA, promised, time.now().plus(in)))
                .isInstanceOf(Promising.Done.class);
    }

    private String page() {
        var answer = anna.get("/my-day");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /// The cases under a heading.
    private List<Long> rows(String heading) {
        var whole = page();
        int from = whole.indexOf("id=\"" + heading + "\"");
        if (from < 0) {
            return List.of();
        }
        return ROW.matcher(whole.substring(from, whole.indexOf("</section>", from)))
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1)))
                .toList();
    }
}
