package firsthour.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import firsthour.language.SaidTexts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody who reads German walks through the whole demo and meets no English of ours, and no page
/// that longer words made too wide for a telephone.
class GermanIT {
    /// A list and what is in it differ from case to case.
    private static final int OF_A_KIND = 3;

    /// Fewer would mean that the links were not found.
    private static final int KINDS = 25;

    /// Words that English sentences have and German ones have not.
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?iU)\\b(the|and|of|is|are|not|with|from|this|that|your|you|they|them|their|has"
                            + "|have|been|by|every|which|who|how|nobody|since|until|when|what|there"
                            + "|would|to|for|it|its|yet|we|our|than|only|if|on)\\b");

    /// They are written so in every language.
    private static final Pattern OPERATORS_OF_QUERIES = Pattern.compile("\\b(AND|OR|NOT)\\b");

    /// What people wrote, and names, have the direction of their own words, and what stays English
    /// says so; code and keys are no words. Titles and labels may repeat it.
    private static final String NOT_OURS =
            "[dir=auto], bdi, [lang]:not(html), code, pre, kbd, textarea, script, style";

    private static final String TEXTS =
            """
            skipped => {
                const said = [];
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    if (!node.parentElement.closest(skipped)) said.push(node.data);
                }
                const theirs = [...document.querySelectorAll(skipped)]
                    .map(each => each.textContent.trim())
                    .filter(each => each.length > 2)
                    .sort((a, b) => b.length - a.length);
                const repeated = text => theirs.reduce((left, each) => left.replaceAll(each, ''), text);
                said.push(repeated(document.title));
                for (const each of document.body.querySelectorAll('*')) {
                    if (each.closest(skipped)) continue;
                    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-label']) {
                        said.push(repeated(each.getAttribute(name) ?? ''));
                    }
                }
                return said.map(each => each.trim().replace(/\\s+/g, ' ')).join('\\n');
            }
            """;

    @RegisterExtension static final Demo demo = new Demo();

    @Test
    void whoReadsGermanMeetsNoEnglishOfOurs() {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + "/account");
        page.locator("#language").selectOption("de");
        page.locator("form[action='/account'] button").click();
        page.locator("html[lang=de]").waitFor();

        var sentences = SaidTexts.thatDiffer();
        Map<String, String> wrong = new TreeMap<>();
        var seen =
                new PageWalk(demo, page, OF_A_KIND)
                        .walk((path, _, _) -> {
                            for (var text : said(page)) {
                                if (isEnglish(text)
                                        || sentences.stream().anyMatch(it -> it.matches(text))) {
                                    wrong.putIfAbsent(text, path);
                                }
                            }
                            page.setViewportSize(390, 844);
                            if (Access.overflow(page) > 0) {
                                wrong.put("too wide by " + Access.overflow(page), path);
                            }
                        });
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(KINDS);
    }

    private static boolean isEnglish(String text) {
        return ENGLISH.matcher(OPERATORS_OF_QUERIES.matcher(text).replaceAll("")).find();
    }

    private static List<String> said(Page page) {
        return ((String) page.evaluate(TEXTS, NOT_OURS))
                .lines()
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
