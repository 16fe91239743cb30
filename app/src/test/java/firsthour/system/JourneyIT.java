package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A complaint on the running demo, from its arrival until the customer lets us quote them.
class JourneyIT {
    private static final String WORDS =
            "Hello Nora, Tom here. Your card was charged twice for the oat latte; I gave the second"
                    + " charge back today. Please write to me if it is not there by Friday.";

    @RegisterExtension static final Demo demo = new Demo();

    @Test
    void followsAComplaintFromItsArrivalToATestimonial() throws Exception {
        var ruth = demo.signedIn("ruth");
        var tom = demo.signedIn("tom");
        try (var client = HttpClient.newHttpClient()) {
            var herald = herald(client);

            herald.send(
                    "n-1",
                    "\"author\":\"Nora Field\",\"rating\":1,\"lang\":\"en\",\"text\":\"Kestrel"
                            + " charged my card twice for one oat latte and nobody answers my"
                            + " mails. Terrible service, I am very disappointed.\"");
            until(tom, "/queue?tab=unclaimed&q=oat+latte", ".case-link", "oat latte");
            var path = tom.locator(".case-link").first().getAttribute("href");

            acknowledge(tom, path);
            answer(tom, ruth, path);
            keepsAPromise(tom, path);
            tom.navigate(demo.url() + path);
            assertThat(primary(tom)).containsText("Resolve");
            primary(tom).click();
            assertThat(tom.locator("#case")).containsText("Resolved");

            // Thanks open nothing again, and are the first sign.
            herald.send(
                    "n-2",
                    "\"author\":\"Nora Field\",\"lang\":\"en\",\"inReplyTo\":\"n-1\",\"text\":"
                            + "\"Thank you so much, Tom! The money is back. Great service after"
                            + " all.\"");
            until(tom, path + "/recovery", "#trail", "Said thanks");
            tom.navigate(demo.url() + path);
            assertThat(tom.locator("#case")).containsText("Resolved");
            quotes(tom, path);
        }
        ruth.navigate(demo.url() + "/testimonials");
        assertThat(ruth.locator("main")).containsText("Thank you so much, Tom!");
        Access.expectNoSeriousFindings(ruth);
    }

    private static Herald herald(HttpClient client) {
        var maya = demo.signedIn("maya");
        maya.navigate(demo.url() + "/sources/add/webhook");
        maya.getByLabel("Name").fill("Our help desk");
        maya.locator("select[name=brand]").selectOption(new SelectOption().setIndex(1));
        button(maya, "Add the source").click();
        var secret = maya.locator(".secret code");
        assertThat(secret).hasText(Pattern.compile("whsec_.{32}"));
        var address = maya.locator("dl.facts code.isolate").first().textContent();
        return new Herald(
                client,
                URI.create(demo.url() + URI.create(address.strip()).getPath()),
                secret.textContent().strip());
    }

    private static void acknowledge(Page tom, String path) {
        tom.navigate(demo.url() + path);
        primary(tom).click();
        assertThat(primary(tom)).containsText("Acknowledge");
        primary(tom).click();
        tom.locator("#acknowledge-text")
                .fill("Hello Nora, Tom here. I have seen this and look into it now.");
        tom.locator("#panel-acknowledge button.primary").click();
        assertThat(primary(tom)).containsText("Answer");
    }

    /// A colleague approves the words before they are posted.
    private static void answer(Page tom, Page ruth, String path) {
        primary(tom).click();
        tom.locator("#answer-text").fill(WORDS);
        tom.locator("#panel-answer .ask-look summary").click();
        tom.locator("#answer-colleague")
                .selectOption(
                        tom.locator("#answer-colleague option:has-text('Ruth')")
                                .getAttribute("value"));
        tom.locator("#panel-answer .ask-look button").click();
        assertThat(tom.locator("#look-lead")).containsText("Ruth");
        Access.expectNoSeriousFindings(tom);

        ruth.navigate(demo.url() + "/looks");
        assertThat(ruth.locator("main")).containsText("gave the second charge back");
        Access.expectNoSeriousFindings(ruth);
        ruth.navigate(demo.url() + path);
        assertThat(ruth.locator("#look-text")).hasValue(WORDS);
        ruth.locator("#look button.primary").click();
        assertThat(ruth.locator("#look-text")).hasCount(0);

        tom.navigate(demo.url() + path);
        assertThat(tom.locator("#look")).containsText("Ruth Halloran approved the words");
        // The draft is kept, and its panel open.
        assertThat(tom.locator("#answer-text")).hasValue(WORDS);
        tom.locator("#panel-answer button.primary").click();
        assertThat(tom.locator(".told")).containsText("The answer is recorded");
        assertThat(primary(tom)).containsText("Resolve");
        assertThat(tom.locator(".timeline")).containsText("gave the second charge back");
    }

    private static void keepsAPromise(Page tom, String path) {
        tom.navigate(demo.url() + path + "/promises");
        tom.locator("summary", new Page.LocatorOptions().setHasText("Write a promise down"))
                .click();
        tom.locator("#words").fill("The second charge is given back.");
        tom.locator("#due")
                .fill(
                        tom.evaluate(
                                        """
                                        () => new Date(Date.now() + 48 * 3600000).toISOString().substring(0, 16)
                                        """)
                                .toString());
        tom.locator("form[action$='/promises'] button").click();
        tom.getByLabel("Kept: The second charge is given back.").click();
        assertThat(tom.locator("#promised")).containsText("kept");
    }

    /// The customer is asked, and what they allow is written down.
    private static void quotes(Page tom, String path) {
        tom.navigate(demo.url() + path + "/recovery");
        tom.locator("a[href^='/testimonials/ask/']").first().click();
        tom.locator("#quote").fill("Thank you so much, Tom!");
        button(tom, "They were asked").click();
        tom.navigate(demo.url() + "/testimonials");
        tom.locator("li:has-text('Thank you so much, Tom!') a[aria-label^='Open testimonial']")
                .click();
        tom.locator("fieldset input[type=checkbox]").first().check();
        tom.locator("#proof").fill("She said yes in her next post.");
        Access.expectNoSeriousFindings(tom);
        button(tom, "It was granted").click();
        assertThat(tom.locator("main")).containsText("Allowed");
    }

    /// Loads a page until it shows what is done in the background.
    private static void until(Page page, String path, String place, String words) {
        page.navigate(demo.url() + path);
        page.waitForCondition(() -> {
            page.reload();
            var found = page.locator(place);
            return found.count() > 0 && found.first().innerText().contains(words);
        });
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    private static Locator primary(Page page) {
        return page.locator("#deed-primary");
    }
}
