package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deeds on many cases and saved views in the queue of the running demo, in Chromium.
class BulkIT {
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
    void claimsByKeysAloneTakesItBackAndKeepsThePlace() {
        var page = browsers.signedIn("ruth");
        page.navigate(browsers.url() + "/queue?tab=unclaimed");
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
        var page = browsers.signedIn("maya");
        page.navigate(browsers.url() + "/queue?tab=unclaimed");
        press(page, "j", "x", "c");
        assertThat(notice(page)).containsText("1 claimed.");
        page.navigate(browsers.url() + "/queue?tab=mine");
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
        var page = browsers.signedIn("tom");
        page.navigate(browsers.url() + "/queue?tab=unclaimed");
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
        var page = browsers.signedInOnPhone("ruth");
        page.navigate(browsers.url() + "/queue");
        assertThat(page.locator("#bulk")).isHidden();
        page.locator(".pick").first().tap();
        page.locator("#pick-all").tap();
        int all = page.locator(".pick").count();
        assertThat(page.locator("#bulk-count")).hasText(all + " cases chosen");
        page.locator(".bulk summary").first().tap();
        assertThat(BrowserIT.overflow(page)).isLessThanOrEqualTo(0);
        BrowserIT.expectNoSeriousFindings(page);
        var box = page.locator(".pick").first().boundingBox();
        assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(44);
        page.locator("#bulk button[type=reset]").tap();
        assertThat(page.locator("#bulk")).isHidden();
    }

    @Test
    void keepsAListUnderANameAndRemovesIt() {
        var page = browsers.signedIn("ruth");
        page.navigate(browsers.url() + "/queue?kind=complaint&tab=soon");
        page.locator(".view-form summary").click();
        BrowserIT.expectNoSeriousFindings(page);
        page.locator("#view-name").fill("Complaints that run out, all of them, of every brand");
        page.locator(".view-form button:has-text('Keep')").click();
        var view = page.locator(".view:has-text('Complaints that run out')");
        assertThat(view).hasAttribute("aria-current", "page");
        page.setViewportSize(390, 844);
        assertThat(BrowserIT.overflow(page)).isLessThanOrEqualTo(0);
        BrowserIT.expectNoSeriousFindings(page);
        page.navigate(browsers.url() + "/queue");
        view.click();
        assertThat(page).hasURL(Pattern.compile("tab=soon&kind=complaint$"));
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
