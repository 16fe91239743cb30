package firsthour.web.praise;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.recovery.Desk;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class PraisePageTest {
    private final Desk desk;
    private final Stage stage;
    private final TestPeople people;
    private final ControlledTime time;
    private TestBrowser mira;
    private String page = "";

    PraisePageTest(Desk desk, Stage stage, TestPeople people, ControlledTime time) {
        this.desk = desk;
        this.stage = stage;
        this.people = people;
        this.time = time;
        this.mira = people.signedOut();
    }

    @BeforeEach
    void annPraises() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        mira = people.signedIn(Role.MANAGER);
        page =
                "/praise/"
                        + desk.kind(
                                desk.post("ann")
                                        .text("Best coffee <3")
                                        .url("https://letters.example/9"));
    }

    @Test
    void theListLeadsToWhoIsToBeThanked() {
        assertThat(mira.get("/queue").body()).contains("href=\"/praise\"");
        assertThat(mira.get("/praise").body())
                .contains("Best coffee &lt;3", "href=\"" + page + "\"", "Thank Mastodon, ann");
        assertThat(mira.get("/praise?show=thanked").body()).contains("Nobody was thanked yet");
        assertThat(mira.get("/praise?show=all&brand=2").body()).contains("No praise here");
        assertThat(mira.get("/praise?show=nonsense").body()).contains("Best coffee");
        assertThat(mira.get("/praise/987654").statusCode()).isEqualTo(404);
    }

    @Test
    void thanksArePostedAndShownWithWhoAndWhen() {
        assertThat(mira.get(page).body())
                .contains(
                        "Post the thanks on Letters",
                        "At most 40 characters",
                        "Copy and open the post",
                        "Posted by hand?");
        assertThat(send("/post", Map.of("text", "Thank you, Ann.")).statusCode()).isEqualTo(303);
        assertThat(mira.get(page).body())
                .contains("Thanked, in public and here.", "Thank you, Ann.")
                .doesNotContain("Post the thanks on");
        assertThat(mira.get("/praise").body()).doesNotContain("Best coffee");
        assertThat(mira.get("/praise?show=thanked").body()).contains("Thanked by", "What was said");
        assertThat(send("/post", Map.of("text", "Thanks again.")).statusCode()).isEqualTo(409);
    }

    @Test
    void wordsThatWerePostedByHandAreRecorded() {
        stage.execute("UPDATE source SET network = 'hackernews' WHERE id = 1");
        assertThat(mira.get(page).body())
                .contains("Firsthour does not post there for you", "Record the thanks")
                .doesNotContain("Post the thanks on");
        var wrong = send("/record", Map.of("text", "Thank you.", "postedAt", "soon"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enter date and time", "Thank you.");
        var posted = Map.of("text", "Thank you.", "url", "javascript:x", "postedAt", now());
        assertThat(send("/record", posted).body()).contains("Enter a link that begins with");
        assertThat(send("/record", Map.of("text", "Thank you.", "postedAt", now())).statusCode())
                .isEqualTo(303);
        assertThat(mira.get(page).body()).contains("The thanks are recorded.", "Praise, thanked");
    }

    @Test
    void whatTheCheckFindsStandsBelowTheWords() {
        var shouted = Map.of("text", "THANK YOU SO MUCH, ANN");
        assertThat(send("/check", shouted).body()).contains("Capitals", "Let it stand", "SO MUCH");
        var unready = send("/post", shouted);
        assertThat(unready.statusCode()).isEqualTo(422);
        assertThat(unready.body()).contains("Nothing was posted.", "Capitals", "THANK YOU SO MUCH");
        assertThat(stage.one("SELECT COUNT(*) FROM thanks")).isEqualTo("0");
    }

    @Test
    void whatWasNotPostedIsTriedAgainOrGivenUp() {
        send("/post", Map.of("text", "Thank you, Ann."));
        stage.execute(
                "UPDATE thanks SET state = 'FAILED', detail = 'No more replies', thanked_at = NULL");
        assertThat(mira.get(page).body())
                .contains("Not posted. No more replies.", "Try again now", "Give it up");
        assertThat(mira.get("/praise").body()).contains("No more replies", "Decide");
        assertThat(send("/drop", Map.of()).statusCode()).isEqualTo(303);
        assertThat(mira.get(page).body()).contains("Given up", "Post the thanks on");
    }

    @Test
    void whoReadsOnlySeesNoForm() {
        assertThat(people.signedIn(Role.VIEWER).get(page).body())
                .contains("Best coffee")
                .doesNotContain("Post the thanks on", "Record the thanks");
        stage.execute("UPDATE post SET deleted_at = published_at, text = '', url = NULL");
        assertThat(mira.get(page).body())
                .contains("The post was deleted.", "There is nothing left below which")
                .doesNotContain("Post the thanks on");
    }

    private String now() {
        return time.now().atZone(ZoneId.of("Europe/Oslo")).toString().substring(0, 16);
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("version", "0");
        return mira.post(page + path, form);
    }
}
