package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/// Whether everybody can use a page.
final class Access {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Access() {}

    /// Fails when axe finds something serious, once the page has come to rest.
    static void expectNoSeriousFindings(Page page) {
        assertThat(page.locator(".htmx-request")).hasCount(0);
        assertThat(findings(page)).isEmpty();
    }

    /// What axe finds serious or critical, each with the first place of it.
    static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /// By how many pixels a page is wider than its window.
    static int overflow(Page page) {
        return (int)
                page.evaluate(
                        "document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth");
    }
}
