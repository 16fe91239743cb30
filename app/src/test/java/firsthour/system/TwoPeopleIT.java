package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people at once on the running demo.
class TwoPeopleIT {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @TempDir static Path scratch;

    private static Installation.Node demo;
    private static Browsers browsers;

    @BeforeAll
    static void startDemo() throws IOException {
        if (Browsers.find().isEmpty()) {
            var told = "NO BROWSER TEST RAN: no Chromium is installed (apt install chromium)";
            System.out.printf("%n*** %s ***%n%n", told);
            Assumptions.abort(told);
        }
        // What one person sees of another goes through the database.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        demo = new Installation(scratch.resolve("demo")).startDemo();
        browsers = Browsers.on(demo.url());
    }

    @AfterAll
    static void stopDemo() throws InterruptedException {
        if (browsers != null) {
            browsers.close();
        }
        if (demo != null) {
            demo.stop();
        }
    }

    @Test
    void showsLiveWhoLooksAndWhoWritesAndLetsOneWrite() {
        var tom = browsers.signedIn("tom");
        var path = claimed(tom);
        var ruth = browsers.signedIn("ruth");
        ruth.navigate(browsers.url() + path);
        assertThat(tom.locator("#presence")).containsText("Ruth Halloran looks at this case");
        assertThat(ruth.locator("#presence")).containsText("Tom Adeyemi looks at this case");

        tom.locator("#deed-primary").click();
        tom.locator("#acknowledge-text").pressSequentially("Hello");
        assertThat(ruth.locator("#presence"))
                .containsText("Tom Adeyemi is writing to the customer");

        ruth.locator("#deed-primary").click();
        ruth.locator("#acknowledge-text").pressSequentially("Good day");
        assertThat(ruth.locator(".lease")).containsText("Tom Adeyemi is writing to this customer");
        assertThat(ruth.locator("#acknowledge-text")).hasValue("Good day");

        tom.navigate(browsers.url() + "/queue");
        assertThat(ruth.locator("#presence")).hasText("");
    }

    @Test
    void handsACaseOverByKeysAndTheOtherTakesIt() {
        var tom = browsers.signedIn("tom");
        var path = claimed(tom);
        tom.locator("#case-title").focus();
        tom.keyboard().press("h");
        assertThat(tom.locator("#handover-colleague")).isFocused();
        tom.locator("#handover-colleague").selectOption(new String[] {ruthOf(tom)});
        tom.locator("#handover-note").fill("Ruth knows this customer.");
        assertFree(tom);
        tom.locator("#panel-handover button.primary").click();
        assertThat(tom.locator("#offer")).containsText("You offered it to Ruth Halloran");

        var ruth = browsers.signedInOnPhone("ruth");
        ruth.navigate(browsers.url() + "/queue?tab=handed");
        ruth.locator(".case-link[href='" + path + "']").click();
        assertThat(ruth.locator("#offer")).containsText("Ruth knows this customer.");
        assertFree(ruth);
        ruth.locator("#deed-primary").click();
        assertThat(ruth.locator(".standing")).containsText("You have this case");

        tom.reload();
        assertThat(tom.locator(".standing")).containsText("Ruth Halloran has this case");
    }

    @Test
    void writesARuleTriesItAndLetsItGoLive() {
        var ruth = browsers.signedIn("ruth");
        ruth.navigate(browsers.url() + "/team");
        assertFree(ruth);
        ruth.locator("#group-name").fill("Care");
        ruth.locator("button:has-text('Add the team')").click();
        ruth.locator("a[aria-label^='What Tom']").click();
        ruth.getByLabel("Care").check();
        assertFree(ruth);
        ruth.locator("button:has-text('Keep')").click();
        ruth.navigate(browsers.url() + "/team/routing");
        ruth.locator("#name").fill("All complaints");
        ruth.locator("#team").selectOption(new SelectOption().setLabel("Care"));
        assertFree(ruth);
        ruth.locator("button:has-text('Write the rule')").click();
        ruth.locator("button:has-text('Try it over')").click();
        assertThat(ruth.locator("main")).containsText("This rule would have decided about");
        assertThat(ruth.locator("main")).containsText("Tom Adeyemi");
        assertFree(ruth);
        ruth.locator("button:has-text('Let it go live')").click();
        assertThat(ruth.locator("main")).containsText("This rule is live");
        ruth.locator("button:has-text('Switch it off')").click();
        assertThat(ruth.locator("main")).containsText("This rule is off");
    }

    /// The path of a case that whoever reads the page has now.
    private static String claimed(Page page) {
        page.navigate(browsers.url() + "/queue?tab=unclaimed");
        var path = page.locator(".case-link").first().getAttribute("href");
        page.navigate(browsers.url() + path);
        page.locator("#deed-primary").click();
        assertThat(page.locator("#deed-primary")).containsText("Acknowledge");
        return path;
    }

    private static String ruthOf(Page page) {
        return page.locator("#handover-colleague option:has-text('Ruth')").getAttribute("value");
    }

    private static void assertFree(Page page) {
        assertThat(
                        new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .filter(found -> SERIOUS.contains(found.getImpact()))
                                        .map(found ->
                                                found.getId()
                                                        + ": "
                                                        + found.getNodes().getFirst().getHtml())
                                        .toList())
                .isEmpty();
    }
}
