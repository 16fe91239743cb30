package firsthour.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A demo of its own for each class of browser tests, and the Chromium that looks at it. Says
/// loudly when there is none.
final class Demo implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Path scratch;
    private Installation.@Nullable Node node;
    private @Nullable Browsers browsers;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (Browsers.find().isEmpty()) {
            var told = "NO BROWSER TEST RAN: no Chromium is installed (apt install chromium)";
            System.out.printf("%n*** %s ***%n%n", told);
            Assumptions.abort(told);
        }
        // What one person sees of another goes through the database.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        var folder = Files.createTempDirectory("firsthour-demo");
        scratch = folder;
        var started = new Installation(folder.resolve("data")).startDemo();
        node = started;
        browsers = Browsers.on(started.url());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        if (browsers != null) {
            browsers.close();
        }
        if (node != null) {
            node.stop();
        }
        if (scratch != null) {
            try (var files = Files.walk(scratch)) {
                for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /// A browser of its own, signed in as one of the sample's staff.
    Page signedIn(String who) {
        return browsers().signedIn(who);
    }

    /// The same on a telephone.
    Page signedInOnPhone(String who) {
        return browsers().signedInOnPhone(who);
    }

    /// A browser of its own that is not signed in.
    Page stranger() {
        return browsers().stranger();
    }

    /// Where it serves, without a slash at the end.
    String url() {
        return browsers().url();
    }

    private Browsers browsers() {
        if (browsers == null) {
            throw new IllegalStateException("The demo has not started");
        }
        return browsers;
    }
}
