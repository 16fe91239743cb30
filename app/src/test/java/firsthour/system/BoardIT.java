package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// My day and the board of the running demo, in Chromium.
class BoardIT {
    @RegisterExtension static final Demo demo = new Demo();

    @ParameterizedTest
    @ValueSource(strings = {"/my-day", "/board"})
    void isAccessible(String path) {
        var page = demo.signedIn("ruth");
        page.navigate(demo.url() + path);
        Access.expectNoSeriousFindings(page);
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        for (var person : page.locator(".person summary").all()) {
            person.click();
        }
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
    }

    @Test
    void keysLeadFromOnePlaceOfTheDeskToTheNext() {
        var page = demo.signedIn("ruth");
        go(page, "m", "/my-day");
        go(page, "b", "/board");
        go(page, "q", "/queue");
        page.locator("#search").focus();
        page.keyboard().type("gb");
        assertThat(page.locator("#search")).hasValue("gb");
        assertThat(page).hasURL(Pattern.compile("/queue"));
        var tom = demo.signedIn("tom");
        tom.keyboard().type("gb");
        go(tom, "m", "/my-day");
    }

    @Test
    void whatIsReadOnTheBoardStaysOpenAndFocusedWhenItChanges() {
        var ruth = demo.signedIn("ruth");
        ruth.navigate(demo.url() + "/board");
        var summary = ruth.locator(".person:has-text('Tom Adeyemi') summary");
        summary.focus();
        ruth.keyboard().press("Enter");
        var cases = ruth.locator(".person:has-text('Tom Adeyemi') .board-line");
        int before = cases.count();
        var seen = ruth.locator("#board").getAttribute("hx-get");

        var tom = demo.signedIn("tom");
        tom.navigate(demo.url() + "/queue?tab=unclaimed");
        tom.navigate(demo.url() + tom.locator(".case-link").first().getAttribute("href"));
        tom.locator("#deed-primary").click();
        tom.locator(".told").waitFor();

        ruth.waitForCondition(() -> !seen.equals(ruth.locator("#board").getAttribute("hx-get")));
        assertThat(ruth.locator(".person:has-text('Tom Adeyemi')")).hasAttribute("open", "");
        assertThat(summary).isFocused();
        assertThat(cases.count()).isGreaterThan(Math.min(7, before));
    }

    @Test
    void aCaseIsPrintedWithItsThreadItsTimelineAndItsClocksAndNothingToPress() {
        var page = demo.signedIn("ruth");
        page.navigate(demo.url() + "/queue");
        page.navigate(demo.url() + page.locator(".case-link").first().getAttribute("href"));
        page.locator("details.fold").last().locator("summary").click();
        assertThat(page.locator(".timeline")).isHidden();
        // A4 without its margins, at 96 dots to the inch.
        page.setViewportSize(673, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".post.first .words")).isVisible();
        assertThat(page.locator(".clocks")).isVisible();
        assertThat(page.locator(".timeline")).isVisible();
        for (var chrome : List.of(".rail", ".deed-bar", ".back", ".correct", "#promised form")) {
            assertThat(page.locator(chrome).locator("visible=true")).hasCount(0);
        }
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        page.navigate(demo.url() + "/board");
        assertThat(page.locator(".rail")).isHidden();
        assertThat(page.locator(".person .lines").first()).isVisible();
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
    }

    private static void go(Page page, String letter, String path) {
        page.keyboard().press("g");
        page.keyboard().press(letter);
        assertThat(page).hasURL(Pattern.compile(path + "$"));
        // A key that is pressed before the scripts are there leads nowhere.
        page.waitForLoadState();
    }
}
