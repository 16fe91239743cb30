package firsthour.web.causes;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.causes.Cause;
import firsthour.causes.Causes;
import firsthour.language.Language;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class CausesPageTest {
    private final Stage stage;
    private final TestPeople people;
    private final Members members;
    private final Causes causes;
    private final Cases cases;
    private final ControlledTime time;
    private TestBrowser anna;
    private TestBrowser vera;
    private long id;

    CausesPageTest(
            Stage stage,
            TestPeople people,
            Members members,
            Causes causes,
            Cases cases,
            ControlledTime time) {
        this.stage = stage;
        this.people = people;
        this.members = members;
        this.causes = causes;
        this.cases = cases;
        this.time = time;
        this.anna = people.signedOut();
        this.vera = people.signedOut();
    }

    @BeforeEach
    void aCase() {
        stage.reset();
        // Sign-ins end by the real clock.
        time.set(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        vera = people.signedIn(members.get(Stage.VERA.memberId()));
        id = stage.complaint("kim");
        cases.claim(id, 0, Stage.ANNA);
    }

    @AfterEach
    void annaReadsEnglishElsewhere() {
        annaReads(null);
    }

    @Test
    void withoutACauseThePageSaysWhatBringsOne() {
        assertThat(anna.get("/causes").body()).contains("No cause yet", "three customers");
        assertThat(anna.get("/cases/" + id).body()).contains("/cases/%d/cause".formatted(id));
        assertThat(vera.get("/cases/%d/cause".formatted(id)).body())
                .contains("Nobody else writes about the same")
                .doesNotContain("Group it");
    }

    @Test
    void aCaseIsGroupedByHandAndTakenOut() {
        var empty = put(Map.of("title", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Say what it is about");
        var grouped = put(Map.of("title", "A lorry & a strike"));
        assertThat(grouped.body()).contains("Grouped.", "A lorry &amp; a strike", "1 voice,");
        var cause = cause();
        assertThat(anna.get("/causes").body())
                .contains("/causes/" + cause.id(), "1 open", "0 of 1 answered");
        assertThat(anna.get("/causes/" + cause.id()).body())
                .contains("They were late again.", "without a word yet", "Anna");
        assertThat(put(Map.of("cause", String.valueOf(cause.id()))).statusCode())
                .as("it was seen in none")
                .isEqualTo(409);
        var out =
                anna.post(
                        "/cases/%d/cause/remove".formatted(id),
                        Map.of("seen", String.valueOf(cause.id())));
        assertThat(out.body()).contains("It is not put back by itself.");
        assertThat(causes.findOf(id)).isEmpty();
        var other = stage.complaint("lee");
        assertThat(anna.get("/cases/%d/cause".formatted(other)).body())
                .contains("A lorry &amp; a strike</option>");
    }

    @Test
    void whatColleaguesShouldKnowStandsBesideTheReply() {
        put(Map.of("title", "A lorry broke down"));
        var cause = cause();
        var kept =
                anna.post(
                        "/causes/" + cause.id(),
                        Map.of(
                                "version",
                                String.valueOf(cause.version()),
                                "title",
                                "A lorry broke down",
                                "facts",
                                "New parcels leave on Tuesday."));
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(anna.get("/causes/" + cause.id()).body())
                .contains("New parcels leave on Tuesday.</textarea>");
        assertThat(anna.get("/cases/" + id).body())
                .contains("One cause: ", "A lorry broke down", "New parcels leave on Tuesday.");
        assertThat(vera.get("/causes/" + cause.id()).body())
                .contains("New parcels leave on Tuesday.")
                .doesNotContain("<textarea");
    }

    @Test
    void theFieldHoldsTheTitleAsItIsShownAndKeepingItLeavesItForEachLanguage() {
        put(Map.of("title", "Product quality, 16 Nov"));
        annaReads(Language.GERMAN);
        anna = people.signedIn(members.get(Stage.ANNA.memberId()));
        assertThat(anna.get("/causes/" + cause().id()).body())
                .contains("value=\"Produktqualität, 16. Nov.\"")
                .doesNotContain("Product quality");
        write("Produktqualität, 16. Nov.");
        assertThat(cause().title()).isEqualTo("Product quality, 16 Nov");
        write("Kaputte Tassen");
        assertThat(cause().title()).isEqualTo("Kaputte Tassen");
    }

    @Test
    void aCauseHasLastedSinceItsFirstCase() {
        var opened = time.now();
        time.pass(Duration.ofMinutes(90));
        put(Map.of("title", "A lorry broke down"));
        assertThat(cause().openedAt()).isEqualTo(time.now());
        assertThat(cause().since()).isEqualTo(opened);
        assertThat(anna.get("/causes").body())
                .containsPattern(
                        "since\\s+<time datetime=\"%s\"[^>]*>[^<]*</time> · 1 open"
                                .formatted(opened));
    }

    @Test
    void aCauseIsClosedAndGoesOn() {
        put(Map.of("title", "A lorry broke down"));
        var cause = cause();
        var stale = anna.post("/causes/%d/close".formatted(cause.id()), Map.of("version", "7"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else has changed this");
        anna.post("/causes/%d/close".formatted(cause.id()), version());
        assertThat(anna.get("/causes").body()).contains("closed");
        anna.post("/causes/%d/reopen".formatted(cause.id()), version());
        assertThat(cause().closedAt()).isEmpty();
        assertThat(anna.get("/causes/987654").statusCode()).isEqualTo(404);
    }

    private Map<String, String> version() {
        return Map.of("version", String.valueOf(cause().version()));
    }

    private void write(String title) {
        var before = cause();
        var answer =
                anna.post(
                        "/causes/" + before.id(),
                        Map.of("version", String.valueOf(before.version()), "title", title));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cause().version()).isGreaterThan(before.version());
    }

    private void annaReads(@Nullable Language language) {
        var member = members.get(Stage.ANNA.memberId());
        members.changeProfile(member.id(), member.name(), member.zone().getId(), language);
    }

    private Cause cause() {
        return causes.list().getFirst();
    }

    private HttpResponse<String> put(Map<String, String> fields) {
        return anna.post("/cases/%d/cause".formatted(id), fields);
    }
}
