package firsthour.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class QueuePageTest {
    private static final Pattern ROW = Pattern.compile("id=\"case-row-(\\d+)\"");
    private static final Pattern MORE = Pattern.compile("hx-get=\"(/queue/rows[^\"]+)\"");

    private final Stage stage;
    private final Triage triage;
    private final Cases cases;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    private TestBrowser anna;

    QueuePageTest(
            Stage stage,
            Triage triage,
            Cases cases,
            TestPeople people,
            Members members,
            ControlledTime time) {
        this.stage = stage;
        this.triage = triage;
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
        time.set(now);
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
    }

    @Test
    void theAddressHoldsTheFilters() {
        var mine = stage.complaint("kim");
        var free = stage.complaint("lee");
        cases.claim(mine, stage.version(mine), Stage.ANNA);
        var other = stage.post("tea").author("max").text("The tea was cold").mention(2);
        stage.score(other, "NEGATIVE", .9, .05, null);
        triage.sweep();
        var tea = stage.caseOf(other);

        assertThat(shown("/queue")).containsExactlyInAnyOrder(mine, free, tea);
        assertThat(shown("/queue?brand=2")).containsExactly(tea);
        assertThat(shown("/queue?brand=1")).containsExactlyInAnyOrder(mine, free);
        assertThat(shown("/queue?tab=mine")).containsExactly(mine);
        assertThat(shown("/queue?tab=unclaimed")).containsExactlyInAnyOrder(free, tea);
        assertThat(shown("/queue?kind=inquiry")).isEmpty();
        assertThat(shown("/queue?q=cold")).containsExactly(tea);
        assertThat(shown("/queue?q=" + free)).containsExactly(free);
        assertThat(shown("/queue?tab=soon")).isEmpty();
        time.pass(Duration.ofMinutes(50));
        assertThat(shown("/queue?tab=soon&brand=2")).containsExactly(tea);
        assertThat(shown("/queue?brand=&tab=all&kind=&q=")).hasSize(3);
        assertThat(shown("/queue?brand=x&tab=y&kind=z&case=w&after=v")).hasSize(3);
    }

    @Test
    void closedCasesHaveAListOfTheirOwn() {
        var id = stage.complaint("kim");
        cases.claim(id, stage.version(id), Stage.ANNA);
        cases.dismiss(id, stage.version(id), Stage.ANNA, DismissalReason.SPAM, "");

        assertThat(shown("/queue")).isEmpty();
        assertThat(shown("/queue?tab=closed")).containsExactly(id);
        assertThat(anna.get("/queue?tab=closed").body()).contains("dismissed: spam");
    }

    @Test
    void fiftyRowsComeAtOnceAndTheRestOnAsking() {
        for (int i = 0; i < 53; i++) {
            var mention = stage.post("p" + i).author("author" + i).mention();
            stage.score(mention, "NEGATIVE", .9, .05, null);
        }
        triage.sweep();

        var first = anna.get("/queue?tab=unclaimed").body();
        assertThat(rows(first)).hasSize(50);
        var more = MORE.matcher(first);
        assertThat(more.find()).isTrue();
        var answer = anna.get(more.group(1).replace("&amp;", "&"));
        assertThat(answer.statusCode()).as(more.group(1)).isEqualTo(200);
        var rest = answer.body();
        assertThat(rows(rest))
                .as(more.group(1))
                .hasSize(3)
                .doesNotContainAnyElementsOf(rows(first));
        assertThat(rest).doesNotContain("<html");
    }

    @Test
    void newCasesAreCountedNotPushed() {
        stage.complaint("kim");
        var page = anna.get("/queue?tab=unclaimed").body();
        assertThat(page).contains("hx-get=\"/queue/news?tab=unclaimed&amp;since=" + now);
        assertThat(anna.get("/queue/news?tab=unclaimed&since=" + now).body()).isBlank();

        time.pass(Duration.ofMinutes(1));
        stage.complaint("lee");
        stage.complaint("max");

        assertThat(anna.get("/queue/news?tab=unclaimed&since=" + now).body())
                .contains("2 new")
                .contains("href=\"/queue?tab=unclaimed\"");
        assertThat(anna.get("/queue/news?tab=mine&since=" + now).body()).isBlank();
    }

    @Test
    void newsThatWereToldAreNotToldAgain() {
        time.pass(Duration.ofMinutes(1));
        stage.complaint("lee");

        var told = anna.get("/queue/news?since=" + now).body();

        assertThat(told).contains("1 new", "/queue/news?since=" + now + "&amp;told=1");
        assertThat(anna.get("/queue/news?since=" + now + "&told=1").statusCode()).isEqualTo(204);
    }

    @Test
    void theOpenRowNamesItsBrandAsTheOthersDo() {
        var id = stage.complaint("kim");
        assertThat(drawnAnew(id)).contains("<span class=\"isolate\">Kestrel Coffee</span></span>");
        stage.execute("DELETE FROM brand WHERE id = " + Stage.OTHER_BRAND);
        assertThat(drawnAnew(id))
                .doesNotContain("<span class=\"isolate\">Kestrel Coffee</span></span>");
    }

    @Test
    void aRowSaysItsReasonsAndWhatIsLeft() {
        var mention =
                stage.post("loud").author("kim").followers(12_000).rating(1).text("").mention();
        triage.sweep();
        var id = stage.caseOf(mention);

        assertThat(anna.get("/queue").body())
                .contains("1 h left")
                .contains("to acknowledge")
                .contains("★☆☆☆☆")
                .contains("12,000 followers")
                .contains("rated 1 of 5")
                .contains("/cases/" + id);
        stage.execute("UPDATE post SET deleted_at = published_at, text = '', author_handle = NULL");
        assertThat(anna.get("/queue").body()).contains("no longer kept");
    }

    @Test
    void theCaseInTheAddressIsReadBesideTheList() {
        var id = stage.complaint("kim");
        var page = anna.get("/queue?q=late&case=" + id).body();
        assertThat(page)
                .contains("id=\"case-title\"")
                .contains("name=\"queue\" value=\"q=late\"")
                .contains("case-row open");
        assertThat(page).doesNotContain("class=\"count\"");
        assertThat(anna.get("/queue?tab=all").body()).contains("class=\"count\">1<");
        assertThat(anna.get("/queue?case=987654321").body()).contains("There is no such case.");
    }

    @Test
    void anEmptyQueueSaysWhatToDo() {
        assertThat(anna.get("/queue").body()).contains("All done");
        assertThat(anna.get("/queue?q=nobody").body()).contains("Nothing matches");
        stage.execute("DELETE FROM source");
        assertThat(anna.get("/queue").body()).contains("Nothing is listened to yet");
        stage.execute("DELETE FROM own_account");
        stage.execute("DELETE FROM brand");
        assertThat(anna.get("/queue").body()).contains("No brand yet");
    }

    @Test
    void aSampleIsMarked() {
        stage.complaint("kim");
        assertThat(anna.get("/queue").body()).doesNotContain("are invented");
        stage.execute("UPDATE brand SET sample = TRUE WHERE id = 1");
        assertThat(anna.get("/queue").body()).contains("are invented");
        assertThat(anna.get("/queue?brand=2").body()).doesNotContain("are invented");
    }

    private List<Long> shown(String path) {
        var answer = anna.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return rows(answer.body());
    }

    /// The row as it comes along with its case.
    private String drawnAnew(long id) {
        var pane = anna.get("/cases/" + id + "/pane?queue=").body();
        return pane.substring(pane.indexOf("id=\"case-row-"));
    }

    private static List<Long> rows(String html) {
        return ROW.matcher(html).results().map(found -> Long.valueOf(found.group(1))).toList();
    }
}
