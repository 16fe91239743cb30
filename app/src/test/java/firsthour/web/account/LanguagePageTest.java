package firsthour.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Members;
import firsthour.team.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// In which language a page comes.
@MicronautTest(transactional = false)
class LanguagePageTest {
    private static final String GERMAN = "de-DE,de;q=0.9,en;q=0.5";

    private final TestPeople people;
    private final Members members;

    LanguagePageTest(TestPeople people, Members members) {
        this.people = people;
        this.members = members;
    }

    @Test
    void whoAsksForNothingReadsEnglish() {
        assertThat(people.signedIn(Role.VIEWER).get("/account").body())
                .contains("<html lang=\"en\">", "<h1>Your account</h1>", "<span>Queue</span>")
                .doesNotContain("data-texts");
    }

    @Test
    void aBrowserThatAsksForGermanGetsIt() {
        assertThat(asking(people.signedIn(Role.VIEWER), GERMAN, "/account"))
                .contains(
                        "<html lang=\"de\">",
                        "<h1>Ihr Konto</h1>",
                        "<span>Warte\u00adschlange</span>")
                .contains("Liest alles, ändert nichts.")
                .contains("data-texts=\"{", "noch {0}");
        people.add(Role.ADMIN);
        assertThat(asking(people.signedOut(), GERMAN, "/login"))
                .contains("<html lang=\"de\">", "<h1>Anmelden</h1>");
    }

    @Test
    void whatAMemberChoseCountsMoreThanTheBrowser() {
        var member = people.add(Role.VIEWER);
        var browser = people.signedIn(member);

        var saved = choose(browser, "de");

        assertThat(saved).as("at once, in the language that was chosen").contains("Gespeichert.");
        assertThat(asking(browser, "en", "/account"))
                .contains("<html lang=\"de\">", "<option value=\"de\" lang=\"de\" selected>");
        assertThat(choose(browser, "en")).contains("<html lang=\"en\">", "Saved.");
        assertThat(asking(browser, GERMAN, "/account")).contains("<html lang=\"en\">");
        choose(browser, "");
        assertThat(asking(browser, GERMAN, "/account")).contains("<html lang=\"de\">");
        assertThat(members.get(member.id()).language()).isNull();
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfThePage() {
        var browser = people.signedIn(Role.VIEWER);
        choose(browser, "de");
        assertThat(browser.get("/nowhere").body()).contains("Diese Seite gibt es nicht");
        assertThat(browser.get("/team/network").body()).contains("Ihre Rolle erlaubt das nicht");
        var refused =
                browser.post("/account", Map.of("name", " ", "zone", "UTC", "language", "de"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Geben Sie einen Namen an");
    }

    private static String choose(TestBrowser browser, String language) {
        browser.post("/account", Map.of("name", "Vera", "zone", "UTC", "language", language));
        return browser.get("/account").body();
    }

    private static String asking(TestBrowser browser, String wish, String path) {
        return browser.send(browser.request(path).header("Accept-Language", wish).GET()).body();
    }
}
