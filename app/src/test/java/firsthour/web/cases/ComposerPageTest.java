package firsthour.web.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ComposerPageTest {
    private static final String LOUD = "We are VERY sorry.";
    private static final Pattern WAIVE = Pattern.compile("name=\"(waive\\.CAPITALS[^\"]*)\"");

    private final Stage stage;
    private final Triage triage;
    private final TestPeople people;
    private final Members members;
    private final ControlledTime time;
    private TestBrowser anna;
    private long id;

    ComposerPageTest(
            Stage stage, Triage triage, TestPeople people, Members members, ControlledTime time) {
        this.stage = stage;
        this.triage = triage;
        this.people = people;
        this.members = members;
        this.time = time;
        this.anna = people.signedOut();
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        anna = signedIn(11);
        id = stage.complaint("ann");
        deed(anna, "claim", Map.of());
    }

    @Test
    void whatIsTypedIsKeptAndChecked() {
        var answer = typed(LOUD, 0);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Draft kept.", "name=\"draft\" value=\"1\"", "Capitals read as shouting")
                .contains("<q class=\"isolate\">VERY</q>", "data-put=\"very\"")
                .doesNotContain("<html");
    }

    @Test
    void theDraftComesBackOnAnotherMachine() {
        typed("Hello Ann, I look", 0);

        assertThat(signedIn(11).get("/cases/" + id).body())
                .contains("Hello Ann, I look</textarea>", "name=\"draft\" value=\"1\"");
        assertThat(signedIn(13).get("/cases/" + id).body()).doesNotContain("Hello Ann, I look");
    }

    @Test
    void anotherWindowIsToldWhatStandsThere() {
        typed("Hello Ann, I look", 0);
        typed("Hello Ann, I look into it", 1);

        var stale = typed("Something else", 1);

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("in another window", "Hello Ann, I look into it")
                .contains("name=\"draft\" value=\"1\"", "data-mine=\"2\"");
        assertThat(stage.one("SELECT text FROM draft")).isEqualTo("Hello Ann, I look into it");
    }

    @Test
    void withoutAScriptAButtonKeepsAndChecks() {
        var answer = deed(anna, "compose-answer", Map.of("text", LOUD));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<html", "Check the words", "Capitals read as shouting")
                .contains(LOUD + "</textarea>", "name=\"draft\" value=\"1\"");
    }

    @Test
    void whatMustBeDealtWithIsNotPostedAndNothingIsLost() {
        var answer = deed(anna, "post-answer", Map.of("text", LOUD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Nothing was posted: 1 finding below the words.", LOUD + "</textarea>")
                .contains("What you typed is still here.");
        assertThat(stage.one("SELECT COUNT(*) FROM outgoing_reply")).isEqualTo("0");
        assertThat(stage.one("SELECT text FROM draft")).isEqualTo(LOUD);
    }

    @Test
    void aReasonLetsItStandAndShowsInTheTimeline() {
        var refused = deed(anna, "post-answer", Map.of("text", LOUD)).body();
        var field = WAIVE.matcher(refused);
        assertThat(field.find()).isTrue();

        var posted =
                deed(
                        anna,
                        "post-answer",
                        Map.of("text", LOUD, field.group(1), "She, too, wrote so."));

        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(anna.get("/cases/" + id).body())
                .contains("Anna let stand: Capitals", "She, too, wrote so.");
        assertThat(stage.one("SELECT COUNT(*) FROM draft")).isEqualTo("0");
    }

    @Test
    void aReasonThatWasTypedComesBackWithTheRest() {
        var refused = deed(anna, "post-answer", Map.of("text", LOUD)).body();
        var field = WAIVE.matcher(refused);
        assertThat(field.find()).isTrue();

        var again =
                deed(
                        anna,
                        "post-answer",
                        Map.of("text", LOUD + " TERRIBLY so.", field.group(1), "She wrote so."));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"She wrote so.\"");
    }

    @Test
    void aStaleWindowPostsNothingAndKeepsTheWords() {
        var seen = stage.version(id);
        stage.post("again").author("ann").text("Hello? Anybody?").mention();
        triage.sweep();

        var stale =
                anna.post(
                        "/cases/" + id + "/post-answer",
                        Map.of("version", Long.toString(seen), "text", "A new one leaves today."));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("The customer wrote again.", "A new one leaves today.</textarea>");
        assertThat(stage.one("SELECT text FROM draft")).isEqualTo("A new one leaves today.");
    }

    @Test
    void aDraftOutlivesTheCaseThatWasTakenOver() {
        typed("Hello Ann, I look", 0);
        stage.execute("UPDATE cases SET assignee_id = 12, version = version + 1");

        assertThat(anna.get("/cases/" + id).body())
                .contains("What you typed, kept", "Hello Ann, I look</textarea>");
    }

    @Test
    void aDraftThatIsTooLongIsToldAndTheLongestIsKept() {
        var longest = "The grinder is on its way. ".repeat(800).substring(0, 20_000);
        assertThat(typed(longest, 0).statusCode()).isEqualTo(200);

        var tooLong = typed(longest + "x", 1);

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("20,001 of 20,000", "name=\"draft\" value=\"1\"");
        assertThat(stage.one("SELECT CHAR_LENGTH(text) FROM draft")).isEqualTo("20000");
    }

    @Test
    void aCaseThatIsNotThereHasNoDraft() {
        assertThat(
                        anna.post(
                                        "/cases/999999/compose-answer",
                                        Map.of("version", "0", "text", "Hello"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(
                        anna.post("/cases/" + id + "/compose-answer", Map.of("text", "Hello"))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPostThatIsGoneIsSaidBeforeAndAfterTheWords() {
        stage.execute("UPDATE post SET deleted_at = detected_at, text = '', author_handle = NULL");
        assertThat(anna.get("/cases/" + id + "?panel=answer").body())
                .contains("The post is no longer there, so nobody can reply below it")
                .doesNotContain("Post the answer on");

        var refused = deed(anna, "post-answer", Map.of("text", "A new one leaves today."));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Your words are kept.", "A new one leaves today.</textarea>");
        assertThat(stage.one("SELECT text FROM draft")).isEqualTo("A new one leaves today.");
    }

    @Test
    void factsStandBesideTheWords() {
        stage.execute(
                "INSERT INTO snippet (brand_id, name, text, version)"
                        + " VALUES (1, 'Returns', 'Free for 30 days.', 1),"
                        + " (2, 'Tea', 'Not of this brand.', 1)");
        assertThat(anna.get("/cases/" + id + "?panel=answer").body())
                .contains("data-insert=\"Free for 30 days.\"")
                .doesNotContain("Not of this brand.");
    }

    private TestBrowser signedIn(long member) {
        return people.signedIn(members.get(member));
    }

    private HttpResponse<String> deed(TestBrowser browser, String deed, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("version", Long.toString(stage.version(id)));
        return browser.post("/cases/" + id + "/" + deed, form);
    }

    /// As the script sends it while somebody types.
    private HttpResponse<String> typed(String text, long draft) {
        anna.get("/queue");
        var fields =
                Map.of(
                        "version", Long.toString(stage.version(id)),
                        "text", text,
                        "draft", Long.toString(draft));
        return anna.send(
                anna.request("/cases/" + id + "/compose-answer")
                        .header("HX-Request", "true")
                        .header("X-CSRF-TOKEN", anna.csrfToken().orElse(""))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        fields.entrySet().stream()
                                                .map(it ->
                                                        it.getKey()
                                                                + "="
                                                                + URLEncoder.encode(
                                                                        it.getValue(), UTF_8))
                                                .collect(Collectors.joining("&")))));
    }
}
