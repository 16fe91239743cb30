package firsthour.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Follows the links of the demo from the queue, and looks at two pages of each kind: wide, and as
/// narrow as a telephone.
class EveryPageIT {
    /// Two of a kind: a list and what is in it differ from case to case.
    private static final int OF_A_KIND = 2;

    /// Fewer would mean that the links were not found.
    private static final int KINDS = 25;

    @RegisterExtension static final Demo demo = new Demo();

    private final Map<String, Integer> seen = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void isAccessibleOnEveryPageThatALinkLeadsTo() {
        var page = demo.signedIn("maya");
        page.onPageError(error -> wrong.add(page.url() + " script: " + error));
        var known = new HashSet<>(List.of("/queue"));
        var next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            var path = next.remove();
            var kind = kind(path);
            int nth = seen.merge(kind, 1, Integer::sum);
            if (nth > OF_A_KIND) {
                continue;
            }
            page.setViewportSize(1440, 900);
            var answer = page.navigate(demo.url() + path);
            if (answer == null || answer.status() != 200) {
                wrong.add(path + " answers " + (answer == null ? "nothing" : answer.status()));
                continue;
            }
            look(page, path, nth == 1);
            for (var link : links(page)) {
                if (known.add(link)) {
                    next.add(link);
                }
            }
        }
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

    /// Links to pages of our own: not files, not elsewhere, not a place on the same page.
    private static List<String> links(Page page) {
        var all =
                (String)
                        page.evaluate(
                                """
                                () => [...document.querySelectorAll('a[href]:not([download])')]
                                    .filter(each => each.origin === location.origin)
                                    .map(each => each.pathname + each.search)
                                    .join('\\n')
                                """);
        return all.lines().filter(path -> !path.matches(".*\\.[a-z]+(\\?.*)?|/api/.*")).toList();
    }

    /// A page's kind: its path without numbers and networks, and what it is asked by name.
    private static String kind(String path) {
        var address = URI.create(path.replace("[", "%5B").replace("]", "%5D").replace("|", "%7C"));
        var names = new HashMap<String, String>();
        if (address.getRawQuery() != null) {
            for (var each : address.getRawQuery().splitWithDelimiters("&", 0)) {
                names.put(each.replaceFirst("=.*", ""), "");
            }
        }
        return address.getPath()
                        .replaceAll("\\d[\\dW-]*", "N")
                        .replaceAll("(?<=/sources/add/)[a-z]+", "N")
                + (names.isEmpty() ? "" : " " + String.join(" ", new TreeMap<>(names).keySet()));
    }
}
