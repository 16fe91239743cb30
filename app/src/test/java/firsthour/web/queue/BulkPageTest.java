package firsthour.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class BulkPageTest {
    private static final Pattern UNDO =
            Pattern.compile("action=\"(/queue/bulk/\\d+/undo\\?list=[^\"]*)\"");
    private static final Pattern SHOW = Pattern.compile("href=\"(/queue/bulk/\\d+)\">Show");

    private final Stage stage;
    private final Cases cases;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;

    BulkPageTest(
            Stage stage, Cases cases, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.cases = cases;
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
        anna = signedIn(Stage.ANNA);
    }

    @Test
    void aRowThatIsOpenCanBeChosenByWhoeverWorksCases() {
        var id = stage.complaint("kim");
        var box = "name=\"pick\" value=\"%d.%d\" form=\"bulk\"".formatted(id, stage.version(id));
        assertThat(anna.get("/queue").body()).contains(box, "id=\"bulk\"", "dismiss-SPAM");
        assertThat(signedIn(Stage.VERA).get("/queue").body())
                .contains("case-row-" + id)
                .doesNotContain(box, "id=\"bulk\"");
        cases.claim(id, stage.version(id), Stage.ANNA);
        assertThat(anna.get("/my-day").body())
                .contains("case-row-" + id)
                .doesNotContain("name=\"pick\"");
        cases.dismiss(id, stage.version(id), Stage.ANNA, DismissalReason.SPAM, "");
        assertThat(anna.get("/queue?tab=closed").body())
                .contains("case-row-" + id)
                .doesNotContain("name=\"pick\"", "id=\"bulk\"");
    }

    @Test
    void whatIsChosenIsClaimedAndTakenBackOnTheSameList() {
        var first = stage.complaint("kim");
        var second = stage.complaint("lee");
        var taken = stage.complaint("max");
        var picks = picks(first, second, taken);
        cases.claim(taken, stage.version(taken), Stage.BEN);

        var answer = act("claim", picks, "tab=unclaimed");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/queue?tab=unclaimed");
        var told = anna.get(location(answer)).body();
        assertThat(told).contains("2 claimed, 1 not: taken by Ben.");
        var odd = anna.get(found(SHOW, told)).body();
        assertThat(odd).contains("Ben has it.", "href=\"/cases/" + taken + "\">Case " + taken);

        var undone = anna.post(found(UNDO, told), Map.of());
        assertThat(location(undone)).isEqualTo("/queue?tab=unclaimed");
        assertThat(anna.get(location(undone)).body()).contains("2 put back.");
        assertThat(stage.column("SELECT assignee_id FROM cases ORDER BY id"))
                .containsExactly("-", "-", "12");
        assertThat(anna.get("/cases/" + first).body()).contains("Anna took the claim back.");
    }

    @Test
    void aSecondClickLeavesWhatTheFirstDidToBeTakenBack() {
        var picks = picks(stage.complaint("kim"), stage.complaint("lee"));
        act("claim", picks, "");
        act("claim", picks, "");
        var told = anna.get("/queue").body();
        assertThat(told).contains("0 claimed, 2 not: yours already. Before that: 2 claimed.");
        anna.post(found(UNDO, told), Map.of());
        assertThat(stage.column("SELECT assignee_id FROM cases")).containsExactly("-", "-");
        act("release", picks, "");
        assertThat(anna.get("/queue").body())
                .contains("0 released, 2 not")
                .doesNotContain("Before that")
                .doesNotContainPattern(UNDO);
    }

    @Test
    void aReasonComesWithItsButton() {
        var id = stage.complaint("kim");
        cases.claim(id, stage.version(id), Stage.ANNA);
        act("dismiss-", picks(id), "");
        assertThat(stage.one("SELECT state FROM cases")).isEqualTo("OPEN");
        act("dismiss-SPAM", picks(id), "");
        assertThat(anna.get("/queue").body()).contains("1 dismissed.");
        assertThat(stage.one("SELECT dismissal_reason FROM cases")).isEqualTo("SPAM");
        assertThat(stage.one("SELECT closing_note FROM cases")).isEqualTo("A note.");
    }

    @Test
    void whatIsInTheWayOfADeedStandsInItsLine() {
        var own = stage.complaint("kim");
        cases.claim(own, stage.version(own), Stage.ANNA);
        var picks = picks(own, stage.complaint("lee"), stage.complaint("max"));
        act("dismiss-SPAM", picks, "");
        assertThat(anna.get("/queue").body())
                .contains("1 dismissed, 2 not: unclaimed (claim first).");
        act("dismiss-SPAM", picks(own), "");
        assertThat(anna.get("/queue").body()).contains("0 dismissed, 1 not: closed already.");
    }

    @Test
    void whereNothingIsOwedNoReplyCanBeLeft() {
        var id = stage.complaint("kim");
        cases.claim(id, stage.version(id), Stage.ANNA);
        act("leave-THANKS", picks(id), "");
        var told = anna.get("/queue").body();
        assertThat(told)
                .contains("0 left without a reply, 1 not: without a public word of ours.")
                .doesNotContainPattern(UNDO);
        assertThat(anna.get(found(SHOW, told)).body()).contains("There is no public word of ours");
    }

    @Test
    void withoutAScriptTheBoxesOfAWholePageAreSentOneByOne() {
        long[] ids = LongStream.range(0, 50).map(i -> stage.complaint("author" + i)).toArray();
        anna.get("/queue");
        var body =
                "deed=claim&queue=&csrfToken="
                        + anna.csrfToken().orElseThrow()
                        + Arrays.stream(ids)
                                .mapToObj(id -> "&pick=" + id + "." + stage.version(id))
                                .collect(Collectors.joining());
        var answer =
                anna.send(
                        anna.request("/queue/bulk")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(anna.get("/queue").body()).contains("50 claimed.");
    }

    @Test
    void tooManyAreRefusedInWords() {
        var many =
                LongStream.rangeClosed(1, 501)
                        .mapToObj(id -> id + ".0")
                        .collect(Collectors.joining(","));
        act("claim", many, "");
        assertThat(anna.get("/queue").body())
                .contains("At most 500 cases at a time: these were 501.");
    }

    @Test
    void whatSomebodyElseDidIsNotShown() {
        var id = stage.complaint("kim");
        act("claim", picks(id), "");
        var bulk = stage.one("SELECT id FROM bulk");
        assertThat(anna.get("/queue/bulk/" + bulk).statusCode()).isEqualTo(200);
        assertThat(signedIn(Stage.BEN).get("/queue/bulk/" + bulk).statusCode()).isEqualTo(404);
    }

    private TestBrowser signedIn(Actor who) {
        return people.signedIn(members.get(who.memberId()));
    }

    private HttpResponse<String> act(String deed, String picks, String queue) {
        return anna.post(
                "/queue/bulk",
                Map.of("deed", deed, "pick", picks, "queue", queue, "note", "A note."));
    }

    private String picks(long... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> id + "." + stage.version(id))
                .collect(Collectors.joining(","));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
