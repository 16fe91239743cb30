package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Deeds on many cases and saved views in the queue of the running demo, in Chromium.
class BulkIT {
    @RegisterExtension static final Demo demo = new Demo();

    @Test
    void claimsByKeysAloneTakesItBackAndKeepsThePlace() {
        var page = demo.signedIn("ruth");
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        var rows = page.locator(".case-row");
        int before = rows.count();
        var first = rows.nth(1).getAttribute("id");
        var below = rows.nth(3).getAttribute("id");
        press(page, "j", "j", "x");
        assertThat(page.locator("#bulk-count")).hasText("1 case chosen");
        press(page, "j", "Shift+X");
        assertThat(page.locator("#bulk-count")).hasText("2 cases chosen");

        press(page, "c");
        assertThat(notice(page)).containsText("2 claimed.");
        assertThat(rows).hasCount(before - 2);
        assertThat(page.locator("#" + below + " .case-link")).isFocused();

        press(page, "u");
        assertThat(notice(page)).containsText("2 put back.");
        assertThat(rows).hasCount(before);
        assertThat(page.locator("#" + first)).isVisible();
        assertThat(page.locator("#" + below + " .case-link")).isFocused();
    }

    @Test
    void dismissesByKeysWithAReason() {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        press(page, "j", "x", "c");
        assertThat(notice(page)).containsText("1 claimed.");
        page.navigate(demo.url() + "/queue?tab=mine");
        press(page, "j", "x", "d");
        var reason = page.locator("button[value='dismiss-NOT_ABOUT_US']");
        assertThat(reason).isFocused();
        press(page, "Enter");
        assertThat(notice(page)).containsText("1 dismissed.");
        press(page, "u");
        assertThat(notice(page)).containsText("1 put back.");
    }

    @Test
    void undoGoesAwayAfterTenSecondsAndTheFocusStays() {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        press(page, "j", "x", "c");
        var undo = page.locator(".notice .undo");
        assertThat(undo).isVisible();
        undo.locator("button").focus();
        assertThat(undo).hasCount(0, new HasCountOptions().setTimeout(15_000));
        assertThat(page.locator("#main")).isFocused();
        press(page, "g", "m");
        page.waitForURL("**/my-day");
    }

    @Test
    void choosesAllOnThePageByHandOnAPhone() {
        var page = demo.signedInOnPhone("ruth");
        page.navigate(demo.url() + "/queue");
        assertThat(page.locator("#bulk")).isHidden();
        page.locator(".pick").first().tap();
        page.locator("#pick-all").tap();
        int all = page.locator(".pick").count();
        assertThat(page.locator("#bulk-count")).hasText(all + " cases chosen");
        page.locator(".bulk summary").first().tap();
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
        var box = page.locator(".pick").first().boundingBox();
        assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(44);
        page.locator("#bulk button[type=reset]").tap();
        assertThat(page.locator("#bulk")).isHidden();
    }

    @Test
    void keepsAListUnderANameAndRemovesIt() {
        var page = demo.signedIn("ruth");
        page.navigate(demo.url() + "/queue?kind=complaint&tab=unclaimed");
        page.locator(".view-form summary").click();
        Access.expectNoSeriousFindings(page);
        page.locator("#view-name").fill("Complaints that nobody has, all of them, of every brand");
        page.locator(".view-form button:has-text('Keep')").click();
        var view = page.locator(".view:has-text('Complaints that nobody')");
        assertThat(view).hasAttribute("aria-current", "page");
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
        page.navigate(demo.url() + "/queue");
        view.click();
        assertThat(page).hasURL(Pattern.compile("tab=unclaimed&kind=complaint$"));
        page.locator(".view-form summary").click();
        page.locator(".view-form button:has-text('Remove')").click();
        assertThat(view).hasCount(0);
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private static Locator notice(Page page) {
        return page.locator(".notice");
    }
}
