package firsthour.system;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Follows the links of the demo from the queue, to a few pages of each kind.
///
/// @param ofAKind how many: a list and what is in it differ from case to case
record PageWalk(Demo demo, Page page, int ofAKind) {

    /// What is looked at on the way.
    interface Visitor {
        /// Looks at a page that has been opened.
        ///
        /// @param status of the answer; 0 where there was none
        /// @param nth page of its kind, from 1
        void visit(String path, int status, int nth);
    }

    /// The kinds of pages that were found, and how many of each are linked.
    Map<String, Integer> walk(Visitor visitor) {
        var seen = new TreeMap<String, Integer>();
        var known = new HashSet<>(List.of("/queue"));
        var next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            var path = next.remove();
            int nth = seen.merge(kind(path), 1, Integer::sum);
            if (nth > ofAKind) {
                continue;
            }
            page.setViewportSize(1440, 900);
            var answer = page.navigate(demo.url() + path);
            int status = answer == null ? 0 : answer.status();
            visitor.visit(path, status, nth);
            for (var link : status == 200 ? links(page) : List.<String>of()) {
                if (known.add(link)) {
                    next.add(link);
                }
            }
        }
        return seen;
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
