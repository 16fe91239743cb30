package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people at once on the running demo.
class TwoPeopleIT {
    @RegisterExtension static final Demo demo = new Demo();

    @Test
    void showsLiveWhoLooksAndWhoWritesAndLetsOneWrite() {
        var tom = demo.signedIn("tom");
        var path = claimed(tom);
        var ruth = demo.signedIn("ruth");
        ruth.navigate(demo.url() + path);
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

        tom.navigate(demo.url() + "/queue");
        assertThat(ruth.locator("#presence")).hasText("");
    }

    @Test
    void handsACaseOverByKeysAndTheOtherTakesIt() {
        var tom = demo.signedIn("tom");
        var path = claimed(tom);
        tom.locator("#case-title").focus();
        tom.keyboard().press("h");
        assertThat(tom.locator("#handover-colleague")).isFocused();
        tom.locator("#handover-colleague").selectOption(new String[] {ruthOf(tom)});
        tom.locator("#handover-note").fill("Ruth knows this customer.");
        Access.expectNoSeriousFindings(tom);
        tom.locator("#panel-handover button.primary").click();
        assertThat(tom.locator("#offer")).containsText("You offered it to Ruth Halloran");

        var ruth = demo.signedInOnPhone("ruth");
        ruth.navigate(demo.url() + "/queue?tab=handed");
        ruth.locator(".case-link[href='" + path + "']").click();
        assertThat(ruth.locator("#offer")).containsText("Ruth knows this customer.");
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("#deed-primary").click();
        assertThat(ruth.locator(".standing")).containsText("You have this case");

        tom.reload();
        assertThat(tom.locator(".standing")).containsText("Ruth Halloran has this case");
    }

    @Test
    void asksAColleagueWhoChangesTheWordsAndApprovesThem() {
        var tom = demo.signedIn("tom");
        tom.navigate(demo.url() + "/queue?q=till+says+not+paid");
        var path = tom.locator(".case-link").first().getAttribute("href").replaceAll("[?#].*", "");
        tom.navigate(demo.url() + path);
        assertThat(tom.locator("#look")).containsText("Ruth Halloran sent the words back");
        Access.expectNoSeriousFindings(tom);
        // What was sent back is the draft, and its panel is open.
        tom.locator("#acknowledge-text").fill("We are VERY sorry.");
        tom.locator("#panel-acknowledge .ask-look summary").click();
        tom.locator("#acknowledge-colleague")
                .selectOption(
                        tom.locator("#acknowledge-colleague option:has-text('Ruth')")
                                .getAttribute("value"));
        Access.expectNoSeriousFindings(tom);
        tom.locator("#panel-acknowledge .ask-look button").click();
        assertThat(tom.locator("#look-lead")).containsText("You asked Ruth Halloran");
        Access.expectNoSeriousFindings(tom);

        var ruth = demo.signedInOnPhone("ruth");
        ruth.navigate(demo.url() + "/queue");
        assertThat(ruth.locator("#looks .count")).hasText("1");
        ruth.locator("#looks").click();
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("a[href='" + path + "#look']").click();
        assertThat(ruth.locator("#check-look")).containsText("to mend");
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("#look-text").fill("I am sorry, and I look into it now.");
        ruth.locator("#look button.primary").click();
        assertThat(ruth.locator(".told")).containsText("Approved");

        tom.reload();
        assertThat(tom.locator("#look")).containsText("Ruth Halloran changed the words");
        assertThat(tom.locator("#acknowledge-text"))
                .hasValue("I am sorry, and I look into it now.");
    }

    @Test
    void writesARuleTriesItAndLetsItGoLive() {
        var ruth = demo.signedIn("ruth");
        ruth.navigate(demo.url() + "/team");
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("#group-name").fill("Care");
        ruth.locator("button:has-text('Add the team')").click();
        ruth.locator("a[aria-label^='What Tom']").click();
        ruth.getByLabel("Care").check();
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("button:has-text('Keep')").click();
        ruth.navigate(demo.url() + "/team/routing");
        ruth.locator("#name").fill("All complaints");
        ruth.locator("#team").selectOption(new SelectOption().setLabel("Care"));
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("button:has-text('Write the rule')").click();
        ruth.locator("button:has-text('Try it over')").click();
        assertThat(ruth.locator("main")).containsText("This rule would have decided about");
        assertThat(ruth.locator("main")).containsText("Tom Adeyemi");
        Access.expectNoSeriousFindings(ruth);
        ruth.locator("button:has-text('Let it go live')").click();
        assertThat(ruth.locator("main")).containsText("This rule is live");
        ruth.locator("button:has-text('Switch it off')").click();
        assertThat(ruth.locator("main")).containsText("This rule is off");
    }

    /// The path of a case that whoever reads the page has now.
    private static String claimed(Page page) {
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        var path = page.locator(".case-link").first().getAttribute("href");
        page.navigate(demo.url() + path);
        page.locator("#deed-primary").click();
        assertThat(page.locator("#deed-primary")).containsText("Acknowledge");
        return path;
    }

    private static String ruthOf(Page page) {
        return page.locator("#handover-colleague option:has-text('Ruth')").getAttribute("value");
    }
}
