package firsthour.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes the pictures of the documentation: `mvn -Pscreenshots verify`.
class ScreenshotsIT {
    private static final String POLICIES = "/brands/1/policies?at=2026-11-20T16:30#trial";
    private static final Path FOLDER = Path.of(System.getProperty("firsthour.screenshots"));
    private static final String WORDS =
            "Hello, Tom from Kestrel here. I see your payment in the app's list and none at the till,"
                    + " so you owe nothing more. I ask the shop now and write again before six.";

    @Test
    void takesThePicturesOfTheDocumentation(@TempDir Path scratch) throws Exception {
        var demo = new Installation(scratch.resolve("demo")).startDemo("--allow-host", "127.0.0.1");
        try (var browsers = Browsers.on(demo.url());
                var feeds = new FeedStub()) {
            var wide = browsers.signedIn("tom");
            // As high as the case with its panel.
            wide.setViewportSize(1440, 960);
            wide.navigate(demo.url() + "/queue?tab=mine&q=App+says+paid");
            var id = wide.locator(".case-link").first().getAttribute("data-case");
            acknowledging(wide, demo.url() + "/queue?case=" + id);
            take(wide, "queue-1440");
            acknowledging(wide, demo.url() + "/cases/" + id);
            take(wide, "case-1440");

            var narrow = browsers.signedInOnPhone("tom");
            narrow.navigate(demo.url() + "/queue");
            take(narrow, "queue-390");
            acknowledging(narrow, demo.url() + "/cases/" + id);
            takeWhole(narrow, "case-390");

            wide = browsers.signedIn("maya");
            listenTo(wide, demo.url(), "Barista Weekly", feeds.url("/open.xml"));
            listenTo(wide, demo.url(), "Coffee forum", feeds.url("/closed.xml"));
            wide.navigate(demo.url() + "/sources");
            var seen = wide;
            seen.waitForCondition(() -> {
                seen.reload();
                var page = seen.locator("main").innerText();
                return page.contains("Works") && page.contains("Asked too often");
            });
            takeWhole(wide, "sources-1440");
            wide.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Coffee forum"))
                    .click();
            takeWhole(wide, "source-1440");
            wide.navigate(demo.url() + "/sources/add/reddit");
            takeWhole(wide, "setup-1440");
            wide.navigate(demo.url() + "/report");
            takeWhole(wide, "report-1440");
            wide.navigate(demo.url() + "/judgement");
            takeWhole(wide, "quality-1440");
            wide.navigate(demo.url() + POLICIES);
            takeWhole(wide, "policies-1440");

            takeDesk(wide, demo.url(), 1440);

            narrow = browsers.signedInOnPhone("maya");
            takeDesk(narrow, demo.url(), 390);
            narrow.navigate(demo.url() + "/sources");
            take(narrow, "sources-390");
            narrow.navigate(demo.url() + "/sources/add/reddit");
            takeWhole(narrow, "setup-390");
            narrow.navigate(demo.url() + "/report");
            takeWhole(narrow, "report-390");
            narrow.navigate(demo.url() + "/judgement");
            takeWhole(narrow, "quality-390");
            narrow.navigate(demo.url() + POLICIES);
            takeWhole(narrow, "policies-390");
        } finally {
            demo.stop();
        }
    }

    /// What stands beside the queue.
    private static void takeDesk(Page page, String home, int width) {
        for (var path : List.of("/board", "/my-day", "/causes/1", "/testimonials")) {
            page.navigate(home + path);
            takeWhole(page, path.substring(1).replace("s/1", "") + "-" + width);
        }
    }

    private static void acknowledging(Page page, String url) {
        page.navigate(url);
        var panel = page.locator("#panel-acknowledge");
        if (!panel.isVisible()) {
            page.locator("[data-panel=panel-acknowledge]").click();
        }
        page.locator("#acknowledge-text").fill(WORDS);
        page.locator("#acknowledge-text").blur();
        page.evaluate(
                "() => [window, ...document.querySelectorAll('.desk-case')].forEach(each => each.scrollTo(0, 0))");
    }

    private static void listenTo(Page page, String home, String name, String feed) {
        page.navigate(home + "/sources/add/rss");
        page.getByLabel("Name").fill(name);
        page.locator("#url").fill(feed);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the source"))
                .click();
        page.waitForLoadState();
    }

    /// The whole page, without what else stays at the window's edge and would lie across it.
    private static void takeWhole(Page page, String name) {
        page.evaluate(
                """
                () => {
                    document.querySelector('.skip').hidden = true;
                    const rail = document.querySelector('.rail');
                    if (innerWidth > 900) Object.assign(rail.style, { position: 'static', height: 'auto' });
                    else {
                        rail.hidden = true;
                        // The room that is kept for a thumb.
                        for (const each of document.querySelectorAll('.app, .case')) each.style.paddingBottom = '16px';
                    }
                }
                """);
        page.screenshot(options(name).setFullPage(true));
    }

    private static void take(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(options(name));
    }

    private static Page.ScreenshotOptions options(String name) {
        return new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png"));
    }
}
