package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The running demo in Chromium, as staff use it.
class BrowserIT {
    @RegisterExtension static final Demo demo = new Demo();

    @Test
    void leadsToTheSignInAndThenToThePageThatWasAskedFor() {
        var page = demo.stranger();
        page.navigate(demo.url() + "/sources");
        assertThat(page).hasURL(Pattern.compile("/login"));

        Browsers.signIn(page, "tom", "wrong password here");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

        Browsers.signIn(page, "tom", Browsers.SAMPLE_PASSWORD);
        assertThat(page).hasURL(demo.url() + "/sources");
    }

    @Test
    void letsOneOfTwoClaimACaseAndTellsTheOtherWhoHasIt() {
        var tom = demo.signedIn("tom");
        var ruth = demo.signedIn("ruth");
        var path = unclaimed(tom);
        tom.navigate(demo.url() + path);
        ruth.navigate(demo.url() + path);

        // Neither waits for an answer before the other has clicked.
        var claim = "() => { document.querySelector('#deed-primary').click(); }";
        tom.evaluate(claim);
        ruth.evaluate(claim);

        tom.locator(".told").waitFor();
        ruth.locator(".told").waitFor();
        boolean tomHasIt = told(tom).contains("You have this case");
        var loser = tomHasIt ? ruth : tom;
        assertThat(told(tomHasIt ? tom : ruth)).contains("You have this case");
        assertThat(told(loser)).contains(tomHasIt ? "Tom" : "Ruth").doesNotContain("You have");

        loser.reload();
        assertThat(loser.locator(".standing")).containsText(tomHasIt ? "Tom" : "Ruth");
        assertThat(primary(tomHasIt ? tom : ruth)).containsText("Acknowledge");
    }

    @Test
    void followsACaseFromClaimToResolution() {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + unclaimed(page));

        primary(page).click();
        assertThat(primary(page)).containsText("Acknowledge");

        primary(page).click();
        page.locator("#acknowledge-text")
                .fill("Hello, Tom here. I have seen this and look into it now.");
        page.locator("#panel-acknowledge button.primary").click();
        assertThat(primary(page)).containsText("Answer");

        primary(page).click();
        page.locator("#answer-text")
                .fill(
                        "Your parcel left this morning and arrives on Tuesday. I will write again then. Tom");
        page.locator("#panel-answer button.primary").click();
        assertThat(primary(page)).containsText("Resolve");
        assertThat(page.locator(".timeline")).containsText("arrives on Tuesday");

        primary(page).click();
        assertThat(page.locator("#case")).containsText("Resolved");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        var tom = demo.signedIn("tom");
        var path = unclaimed(tom);
        tom.navigate(demo.url() + path);
        primary(tom).click();
        assertThat(primary(tom)).containsText("Acknowledge");
        primary(tom).click();
        tom.locator("#acknowledge-text").fill("Hello, I have seen this.");

        var ruth = demo.signedIn("ruth");
        ruth.navigate(demo.url() + path);
        dismiss(ruth);

        tom.locator("#panel-acknowledge button.primary").click();
        assertThat(tom.locator(".told")).containsText("Ruth");
        assertThat(tom.locator("#kept")).hasValue("Hello, I have seen this.");
    }

    @Test
    void keepsADraftWhenThePageIsSignedOut() {
        var tom = demo.signedIn("tom");
        var path = claimed(tom);
        primary(tom).click();
        tom.locator("#acknowledge-text").fill("Hello, I have seen this.");

        tom.context().clearCookies(new ClearCookiesOptions().setName(Pattern.compile("session")));
        // The next poll finds out.
        assertThat(tom.locator("#live a")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        assertThat(tom).hasURL(demo.url() + path);
        assertThat(tom.locator("#acknowledge-text")).hasValue("Hello, I have seen this.");

        tom.locator("#live a").click();
        Browsers.signIn(tom, "tom", Browsers.SAMPLE_PASSWORD);
        assertThat(tom).hasURL(demo.url() + path);
        assertThat(tom.locator("#acknowledge-text")).hasValue("Hello, I have seen this.");
        tom.locator("#panel-acknowledge button.primary").click();
        assertThat(primary(tom)).containsText("Answer");
        assertThat(drafts(tom)).isZero();
    }

    @Test
    void keepsADraftWhileAnotherCaseIsRead() {
        var tom = demo.signedIn("tom");
        var id = idOf(claimed(tom));
        tom.navigate(demo.url() + "/queue?case=" + id);
        tom.locator("[data-panel=panel-answer]").click();
        tom.locator("#answer-text").fill("Your parcel left this morning.");

        tom.locator(".case-link:not([aria-current])").first().click();
        assertThat(tom.locator("#case")).not().hasAttribute("data-case", id);

        tom.locator("[data-pane='/cases/" + id + "/pane']").click();
        assertThat(tom.locator("#case")).hasAttribute("data-case", id);
        assertThat(tom.locator("#answer-text")).hasValue("Your parcel left this morning.");
        assertThat(tom.locator("#panel-answer")).isVisible();

        // A word that is recorded meanwhile does not take it away.
        tom.locator("#deed-primary").click();
        tom.locator("#acknowledge-text").fill("Hello, Tom here.");
        tom.locator("#panel-acknowledge button.primary").click();
        assertThat(primary(tom)).containsText("Answer");
        assertThat(tom.locator("#answer-text")).hasValue("Your parcel left this morning.");

        tom.navigate(demo.url() + "/account");
        tom.locator("form[action='/logout'] button").click();
        assertThat(tom).hasURL(Pattern.compile("/login"));
        assertThat(drafts(tom)).isZero();
    }

    @Test
    void keepsADraftThatTheServerTakesWhileTheCaseIsDrawnAnew() {
        var tom = demo.signedIn("tom");
        claimed(tom);
        var keeping = hold(tom, "**/compose-answer");
        tom.locator("[data-panel=panel-answer]").click();
        tom.locator("#answer-text").fill("Your parcel left this morning.");
        tom.waitForCondition(() -> keeping.get() != null);

        // The case is read for its new picture before the draft arrives, and shown after.
        var recording = hold(tom, "**/acknowledge");
        tom.locator("#deed-primary").click();
        tom.locator("#acknowledge-text").fill("Hello, Tom here.");
        tom.locator("#panel-acknowledge button.primary").click();
        tom.waitForCondition(() -> recording.get() != null);
        var drawn = recording.get().fetch();
        keeping.get().resume();
        assertThat(tom.locator("#check-answer")).containsText("Draft kept.");
        tom.unroute("**/compose-answer");
        recording.get().fulfill(new Route.FulfillOptions().setResponse(drawn));

        assertThat(primary(tom)).containsText("Answer");
        assertThat(tom.locator("#answer-text")).hasValue("Your parcel left this morning.");
        assertThat(tom.locator("#check-answer")).containsText("Draft kept.");
    }

    @Test
    void leavesNoCopyOfAKeptDraftWhenADeedEndsAfterAnotherCaseWasOpened() {
        var tom = demo.signedIn("tom");
        var first = idOf(claimed(tom));
        var second = idOf(claimed(tom));
        tom.navigate(demo.url() + "/queue?case=" + first);
        var releasing = hold(tom, "**/release");
        tom.locator("[data-key=b]").click();
        tom.waitForCondition(() -> releasing.get() != null);
        tom.locator("[data-pane='/cases/" + second + "/pane']").click();
        assertThat(tom.locator("#case")).hasAttribute("data-case", second);
        tom.waitForResponse("**/release", () -> releasing.get().resume());

        tom.locator("[data-panel=panel-answer]").click();
        tom.locator("#answer-text").fill("Your parcel left this morning.");
        assertThat(tom.locator("#check-answer")).containsText("Draft kept.");
        tom.waitForCondition(() -> drafts(tom) == 0);
    }

    @Test
    void checksAReplyAsItIsTypedAndMendsIt() {
        var page = demo.signedIn("tom");
        var path = claimed(page);
        page.locator("[data-panel=panel-answer]").click();
        var words = page.locator("#answer-text");
        words.fill("We are VERY sory.");

        var check = page.locator("#check-answer");
        assertThat(check).containsText("Draft kept.");
        assertThat(check).containsText("Capitals read as shouting");
        // The dictionaries load in the background.
        assertThat(check)
                .containsText("No dictionary knows", new ContainsTextOptions().setTimeout(90_000));
        Access.expectNoSeriousFindings(page);

        check.locator("button[data-put=sorry]").click();
        assertThat(words).hasValue("We are VERY sorry.");
        assertThat(check).not().containsText("No dictionary knows");
        check.locator("button[data-put=very]").click();
        assertThat(words).hasValue("We are very sorry.");
        assertThat(check).not().containsText("Capitals");
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page))
                .as("nothing is cut off at phone width")
                .isLessThanOrEqualTo(0);

        // Another machine of the same person.
        var elsewhere = demo.signedIn("tom");
        elsewhere.navigate(demo.url() + path);
        assertThat(elsewhere.locator("#answer-text")).hasValue("We are very sorry.");
        assertThat(elsewhere.locator("#panel-answer")).isVisible();
    }

    @Test
    void tellsAnotherWindowThatADraftWasChangedAndLosesNeither() {
        var one = demo.signedIn("ruth");
        var path = claimed(one);
        var other = demo.signedIn("ruth");
        other.navigate(demo.url() + path);
        one.locator("[data-panel=panel-answer]").click();
        other.locator("[data-panel=panel-answer]").click();

        one.locator("#answer-text").fill("Written in the first window.");
        assertThat(one.locator("#check-answer")).containsText("Draft kept.");
        other.locator("#answer-text").fill("Written in the second window.");

        var told = other.locator("#check-answer .draft-wrong");
        assertThat(told).containsText("Written in the first window.");
        assertThat(other.locator("#answer-text")).hasValue("Written in the second window.");
        Access.expectNoSeriousFindings(other);

        told.locator("[data-mine]").click();
        assertThat(other.locator("#check-answer")).containsText("Draft kept.");
        assertThat(told).hasCount(0);
        one.reload();
        assertThat(one.locator("#answer-text")).hasValue("Written in the second window.");
    }

    @Test
    void dismissesWithAReasonAndTakesItBack() {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + unclaimed(page));
        primary(page).click();
        assertThat(primary(page)).containsText("Acknowledge");

        dismiss(page);
        assertThat(page.locator(".told")).isVisible();
        page.locator(".undo button").click();
        assertThat(page.locator(".told")).not().containsText("Undo");
        assertThat(page.locator("#case")).not().containsText("Dismissed just now");
    }

    @Test
    void correctsTheJudgement() {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + unclaimed(page));

        page.locator(".correct summary").first().click();
        page.locator(".correct button[value=POSITIVE]").first().click();

        assertThat(page.locator(".judged").first()).containsText("positive");
        assertThat(page.locator(".timeline")).containsText("Tom");
    }

    @Test
    void scrollsTheListAndNotThePageAroundIt() {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + "/queue");
        assertThat((int) page.evaluate("document.documentElement.scrollHeight - innerHeight"))
                .isLessThanOrEqualTo(0);
        assertThat(
                        (boolean)
                                page.evaluate(
                                        "(rail => rail.scrollWidth <= rail.clientWidth)(document.querySelector('.rail'))"))
                .as("nothing hangs over the rail")
                .isTrue();
    }

    @Test
    void worksByKeyboardAlone() {
        var page = demo.signedIn("ruth");
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        page.keyboard().press("j");
        assertThat(page.locator("#case[data-case]")).isVisible();
        page.keyboard().press("c");
        assertThat(primary(page)).containsText("Acknowledge");
        page.keyboard().press("a");
        assertThat(page.locator("#acknowledge-text")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel-acknowledge")).isHidden();
        page.keyboard().press("b");
        assertThat(primary(page)).containsText("Claim");
    }

    @Test
    void keepsTheNextDeedUnderTheThumbOnAPhone() {
        var page = demo.signedInOnPhone("tom");
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        page.locator(".case-link").first().click();
        assertThat(page).hasURL(Pattern.compile("/cases/\\d+"));
        assertThat(primary(page)).isInViewport();
        var box = primary(page).boundingBox();
        assertThat(box.y).isGreaterThan(500);
        assertThat(box.height).isGreaterThanOrEqualTo(44);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
    }

    @Test
    void opensTheCasesBehindAFigureOfTheReport() {
        var page = demo.signedIn("ruth");
        page.navigate(demo.url() + "/report");
        assertThat(page.locator("h1")).isVisible();
        page.locator("main a[href*='/report/list']").first().click();
        assertThat(page).hasURL(Pattern.compile("/report/list"));
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void showsAViewerNoDeeds() {
        var page = demo.signedIn("oskar");
        page.navigate(demo.url() + unclaimed(page));
        assertThat(page.locator("#case")).isVisible();
        assertThat(primary(page)).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queue",
                "/queue?tab=closed",
                "/queue?q=nothing-is-called-that",
                "/promises",
                "/cases/1/promises",
                "/brands/1/policies",
                "/brands/1/policies?at=2026-11-20T16:30",
                "/brands/1/policies/new",
                "/brands/calendars",
                "/brands/calendars/new",
                "/brands/calendars/1",
                "/report",
                "/judgement",
                "/judgement/1/check",
                "/sources",
                "/sources/add",
                "/sources/add/webhook",
                "/sources/add/businessprofile",
                "/sources/add/hackernews",
                "/brands",
                "/brands/1",
                "/brands/1/facts",
                "/channels",
                "/team",
                "/account",
                "/network",
                "/demo/chat",
                "/no-such-page"
            })
    void isAccessible(String path) {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + path);
        Access.expectNoSeriousFindings(page);
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page))
                .as("nothing is cut off at phone width")
                .isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
    }

    @Test
    void showsHowPostsAreSentToAWebhookAtAnyWidth() {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + "/sources/add/webhook");
        page.getByLabel("Name").fill("Our help desk");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the source"))
                .click();
        assertThat(page.locator(".secret code")).hasText(Pattern.compile("whsec_.{32}"));
        assertThat(page.locator(".example")).isVisible();
        Access.expectNoSeriousFindings(page);
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
    }

    @ParameterizedTest
    @CsvSource({"Promise.resolve(), Copied", "Promise.reject(new Error()), Copy it by hand"})
    void saysWhetherAnAddressWasCopied(String browser, String words) {
        var page = demo.signedIn("maya");
        page.addInitScript(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => "
                        + browser
                        + "}})");
        page.navigate(demo.url() + "/sources/add/reddit");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy").setExact(true))
                .click();
        assertThat(page.locator(".copied button")).hasText(words);
    }

    @Test
    void tellsOnASourcesPageWhatWasRefusedAtAnyWidth() {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + "/sources/add/rss");
        page.getByLabel("Name")
                .fill("קפה קסטרל, the-feed-of-a-forum-with-a-very-long-name-that-never-ends");
        page.locator("#url").fill("http://127.0.0.1:1/feed.xml");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test it first"))
                .click();
        assertThat(page.locator("#preview .problem")).containsText("Not allowed");
        Access.expectNoSeriousFindings(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the source"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("קפה קסטרל")).click();
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("main").innerText().contains("Allow the host");
        });
        Access.expectNoSeriousFindings(page);
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
    }

    @Test
    void isAccessibleOnACaseWithAnErrorOnIt() {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + unclaimed(page));
        Access.expectNoSeriousFindings(page);
        primary(page).click();
        assertThat(primary(page)).containsText("Acknowledge");
        primary(page).click();
        page.locator("#acknowledge-text").fill("Hello");
        page.locator("#acknowledge-url").evaluate("field => { field.type = 'text' }");
        page.locator("#acknowledge-url").fill("ftp://nowhere.example");
        page.locator("#panel-acknowledge button.primary").click();
        assertThat(page.locator("#panel-acknowledge .error")).isVisible();
        Access.expectNoSeriousFindings(page);
    }

    /// The path of a case that nobody has.
    private static String unclaimed(Page page) {
        page.navigate(demo.url() + "/queue?tab=unclaimed");
        return page.locator(".case-link").first().getAttribute("href");
    }

    /// The path of a case that whoever reads the page has now.
    private static String claimed(Page page) {
        var path = unclaimed(page);
        page.navigate(demo.url() + path);
        primary(page).click();
        assertThat(primary(page)).containsText("Acknowledge");
        return path;
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Keeps requests back, the last of which can be let go.
    private static AtomicReference<Route> hold(Page page, String requests) {
        var held = new AtomicReference<Route>();
        page.route(requests, held::set);
        return held;
    }

    private static int drafts(Page page) {
        return (int)
                page.evaluate(
                        "Object.keys(sessionStorage).filter(key => key.startsWith('draft/')).length");
    }

    private static void dismiss(Page page) {
        page.locator("[data-panel=panel-dismiss]").click();
        page.locator("#panel-dismiss input[name=reason]").first().check();
        page.locator("#panel-dismiss button.primary").click();
        assertThat(page.locator("#panel-dismiss")).not().isVisible();
    }

    private static String told(Page page) {
        return page.locator(".told").innerText();
    }

    private static Locator primary(Page page) {
        return page.locator("#deed-primary");
    }
}
