package firsthour.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium that is installed, on a running demo.
final class Browsers implements AutoCloseable {
    static final String SAMPLE_PASSWORD = "kestrel-sample";
    private static final Browser.NewContextOptions DESKTOP =
            new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB");

    private final Playwright playwright;
    private final Browser browser;
    private final String url;

    private Browsers(Path chromium, String url) {
        this.url = url;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setChromiumSandbox(false)
                                        .setArgs(
                                                List.of(
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    /// The browser that is installed: what `FIRSTHOUR_CHROMIUM` names, or one on the PATH.
    static Optional<Path> find() {
        var named = System.getenv("FIRSTHOUR_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browsers on(String url) {
        return new Browsers(
                find().orElseThrow(() -> new IllegalStateException("No Chromium is installed")),
                url);
    }

    /// A browser of its own, signed in as one of the sample's staff.
    Page signedIn(String who) {
        return signedIn(who, DESKTOP);
    }

    /// The same on a telephone.
    Page signedInOnPhone(String who) {
        return signedIn(
                who,
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setLocale("en-GB"));
    }

    /// A browser of its own that is not signed in.
    Page stranger() {
        return page(browser.newContext(DESKTOP));
    }

    private Page signedIn(String who, Browser.NewContextOptions options) {
        // Without motion: a button that is still fading in has less contrast.
        var page =
                page(
                        browser.newContext(
                                options.setColorScheme(ColorScheme.LIGHT)
                                        .setReducedMotion(ReducedMotion.REDUCE)));
        page.navigate(url + "/login");
        signIn(page, who, SAMPLE_PASSWORD);
        page.waitForURL(url + "/queue**");
        return page;
    }

    static void signIn(Page page, String who, String password) {
        page.getByLabel("E-mail address").fill(who + "@kestrel.example");
        page.getByLabel("Password").fill(password);
        page.locator("button:has-text('Sign in')").click();
    }

    String url() {
        return url;
    }

    private static Page page(BrowserContext context) {
        var page = context.newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
