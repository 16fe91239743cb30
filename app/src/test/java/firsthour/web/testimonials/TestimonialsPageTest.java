package firsthour.web.testimonials;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.recovery.Desk;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class TestimonialsPageTest {
    private final Desk desk;
    private final Stage stage;
    private final TestPeople people;
    private final ControlledTime time;
    private TestBrowser mira;
    private String ask = "";

    TestimonialsPageTest(Desk desk, Stage stage, TestPeople people, ControlledTime time) {
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
        mira = people.signedIn(Role.MANAGER);
        ask = "/testimonials/ask/" + desk.kind(desk.post("ann").text("Best <b>coffee</b> in town"));
    }

    @Test
    void fromPraiseToAPermissionAndItsEnd() {
        assertThat(mira.get("/testimonials").body()).contains("Nobody was asked yet");
        assertThat(mira.get(ask.replace("/testimonials/ask", "/praise")).body())
                .contains("href=\"" + ask + "\"");
        assertThat(mira.get(ask).body())
                .contains("Best &lt;b&gt;coffee", "May we quote them", "They were asked");
        var wrong = mira.post(ask, Map.of("quote", "Best tea"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("These are not the author's words", "Best tea</textarea>");
        assertThat(mira.post(ask, Map.of("quote", "coffee</b> in town")).statusCode())
                .isEqualTo(303);
        assertThat(mira.post(ask, Map.of("quote", "Best")).statusCode()).isEqualTo(409);
        var page = "/testimonials/" + stage.one("SELECT id FROM testimonial");
        assertThat(mira.get("/testimonials").body())
                .contains("Asked", "coffee&lt;/b&gt; in town", "href=\"" + page + "\"");

        var refused = mira.post(page + "/grant", Map.of("version", "1", "WEBSITE", "on"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say where it was granted", "name=\"WEBSITE\" checked");
        assertThat(mira.post(page + "/grant", Map.of("version", "1", "lastDay", "soon")).body())
                .contains("Enter a date such as");
        var granted =
                Map.of("version", "1", "WEBSITE", "on", "named", "on", "proof", "In her reply");
        assertThat(mira.post(page + "/grant", granted).statusCode()).isEqualTo(303);
        assertThat(mira.get(page).body())
                .contains(
                        "The permission is written down.",
                        "Allowed on the website; with the name; without an end.",
                        "In her reply",
                        "Change what is allowed");
        assertThat(mira.post(page + "/grant", granted).statusCode()).isEqualTo(409);

        assertThat(
                        mira.post(page + "/withdraw", Map.of("version", "2", "by", "customer"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(mira.get(page).body())
                .contains("The words are used no longer", "the customer wants it so", "Ask anew")
                .doesNotContain("in town");
        assertThat(mira.get("/testimonials").body())
                .contains("Withdrawn")
                .doesNotContain("in town");
    }

    @Test
    void theLastDayIsSaidAsInTheReadersLanguage() {
        mira.post(ask, Map.of("quote", "in town"));
        var page = "/testimonials/" + stage.one("SELECT id FROM testimonial");
        var day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusYears(1).withDayOfYear(1);
        mira.post(
                page + "/grant",
                Map.of(
                        "version", "1",
                        "WEBSITE", "on",
                        "proof", "In her reply",
                        "lastDay", day.toString()));
        assertThat(mira.get(page).body())
                .contains("; until 1 Jan " + day.getYear() + ".")
                .as("as the form's field of a date wants it")
                .contains("value=\"" + day + "\"");
        var german = mira.request("/testimonials").header("Accept-Language", "de");
        assertThat(mira.send(german.GET()).body())
                .contains("; bis 1. Jan. " + day.getYear() + ".")
                .doesNotContain(day.toString());
    }

    @Test
    void whatItsAuthorRewroteSaysSo() {
        mira.post(ask, Map.of("quote", "in town"));
        var page = "/testimonials/" + stage.one("SELECT id FROM testimonial");
        assertThat(mira.get(page).body()).doesNotContain("stand in it no longer");
        stage.execute("UPDATE post SET text = 'Never again', edited_at = NOW(6)");
        assertThat(mira.get(page).body()).contains("in town", "stand in it no longer");
        assertThat(mira.get("/testimonials").body()).contains("stand in it no longer");
    }

    @Test
    void whoReadsOnlySeesNoForms() {
        mira.post(ask, Map.of("quote", "Best"));
        var page = "/testimonials/" + stage.one("SELECT id FROM testimonial");
        var viewer = people.signedIn(Role.VIEWER);
        assertThat(viewer.get(page).body()).contains("Best").doesNotContain("It was granted");
        assertThat(mira.get("/testimonials/987654").statusCode()).isEqualTo(404);
        assertThat(mira.get("/testimonials/ask/987654").statusCode()).isEqualTo(404);
        assertThat(mira.post(page + "/grant", Map.of("proof", "x")).statusCode()).isEqualTo(400);
    }
}
