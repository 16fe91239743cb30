package firsthour.response.check;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.response.check.Proofreading.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Spelling, which must be right, and grammar, where the rules guess and only advise. Links, names
/// of accounts and of whoever the customer named, what is quoted and the brand's own words are
/// nobody's mistakes.
final class SpellingRule implements Rule {
    private static final Pattern NO_WORDS =
            Pattern.compile(
                    "https?://\\S+|\\S+@\\S+|[@#][\\p{L}\\p{N}_.@-]+|\\b\\p{Lu}{2,5}s?\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final Proofreading proofreading;

    SpellingRule(Proofreading proofreading) {
        this.proofreading = proofreading;
    }

    @Override
    public List<Finding> check(String text, Context context) {
        var free = new ArrayList<>(Passages.quotes(text, context.post()));
        NO_WORDS.matcher(text)
                .results()
                .map(match -> new Passages.Passage(match.group(), match.start(), match.end()))
                .forEach(free::add);
        var customer = context.customer();
        var names =
                String.join(
                        " ",
                        customer.name().orElse(""),
                        customer.handle().orElse(""),
                        context.staff());
        var found = new ArrayList<Finding>();
        for (var slip : proofreading.read(text)) {
            var fragment = text.substring(slip.start(), slip.end());
            boolean overlooked =
                    free.stream()
                            .anyMatch(it -> it.start() < slip.end() && slip.start() < it.end());
            boolean right =
                    slip.spelling()
                            && (Proofreading.isKnown(fragment, context.dictionary())
                                    || Words.has(names, fragment)
                                    || isNamed(fragment, context.post()));
            if (!overlooked && !right) {
                found.add(finding(slip));
            }
        }
        if (text.length() > Proofreading.MOST) {
            found.add(
                    Finding.ofWhole(
                            Concern.SPELLING,
                            Weight.ADVICE,
                            t(
                                    "Only the first {0} characters are checked for spelling.",
                                    number(Proofreading.MOST))));
        }
        return found;
    }

    /// Whether the customer wrote it, with a capital as well: a person, a place, a product.
    private static boolean isNamed(String word, String post) {
        return Character.isUpperCase(word.codePointAt(0)) && Words.hasExactly(post, word);
    }

    private static Finding finding(Slip slip) {
        return slip.spelling()
                ? new Finding(
                        Concern.SPELLING,
                        Weight.MUST,
                        slip.start(),
                        slip.end(),
                        t("No dictionary knows this word."),
                        slip.instead())
                : new Finding(
                        Concern.GRAMMAR,
                        Weight.ADVICE,
                        slip.start(),
                        slip.end(),
                        slip.words(),
                        slip.instead());
    }
}
