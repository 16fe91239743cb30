package firsthour.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Looks at two pages of each kind that a link of the demo leads to: wide, and as narrow as a
/// telephone.
class EveryPageIT {
    private static final int OF_A_KIND = 2;

    /// Fewer would mean that the links were not found.
    private static final int KINDS = 25;

    @RegisterExtension static final Demo demo = new Demo();

    private final List<String> wrong = new ArrayList<>();

    @Test
    void isAccessibleOnEveryPageThatALinkLeadsTo() {
        var page = demo.signedIn("maya");
        page.onPageError(error -> wrong.add(page.url() + " script: " + error));
        var seen =
                new PageWalk(demo, page, OF_A_KIND)
                        .walk((path, status, nth) -> {
                            if (status == 200) {
                                look(page, path, nth == 1);
                            } else {
                                wrong.add(path + " answers " + status);
                            }
                        });
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(KINDS);
    }

    private void look(Page page, String path, boolean first) {
        if (page.locator("h1").count() != 1) {
            wrong.add(path + " has " + page.locator("h1").count() + " headings of the first order");
        }
        Access.findings(page).forEach(found -> wrong.add(path + " " + found));
        page.setViewportSize(390, 844);
        if (Access.overflow(page) > 0) {
            wrong.add(path + " is too wide for a telephone by " + Access.overflow(page));
        }
        if (first) {
            Access.findings(page).forEach(found -> wrong.add(path + " at 390 px " + found));
        }
    }
}
