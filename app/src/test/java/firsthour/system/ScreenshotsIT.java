package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes the pictures of the documentation: `mvn -Pscreenshots verify`.
class ScreenshotsIT {
    private static final Path FOLDER = Path.of(System.getProperty("firsthour.screenshots"));

    @Test
    void takesThePicturesOfTheDocumentation(@TempDir Path scratch) throws Exception {
        var demo = new Installation(scratch.resolve("demo")).startDemo();
        try (var browsers = Browsers.on(demo.url())) {
            var wide = browsers.signedIn("tom");
            wide.navigate(demo.url() + "/queue");
            var first = wide.locator(".case-link").first().getAttribute("href");
            wide.locator(".case-link").first().click();
            assertThat(wide.locator("#case[data-case]")).isVisible();
            take(wide, "queue-1440");
            take(wide, demo.url() + first, "case-1440");
            take(wide, demo.url() + "/sources", "sources-1440");
            take(wide, demo.url() + "/report", "report-1440");

            var narrow = browsers.signedInOnPhone("tom");
            take(narrow, demo.url() + "/queue", "queue-390");
            take(narrow, demo.url() + first, "case-390");
            take(narrow, demo.url() + "/sources", "sources-390");
            take(narrow, demo.url() + "/report", "report-390");
        } finally {
            demo.stop();
        }
    }

    private static void take(Page page, String url, String name) {
        page.navigate(url);
        take(page, name);
    }

    private static void take(Page page, String name) {
        page.waitForLoadState();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(name + ".png"))
                        .setFullPage(name.startsWith("report")));
    }
}
