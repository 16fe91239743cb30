package firsthour.response.check;

import static firsthour.language.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words in capitals, which read as shouting. Abbreviations do not: short ones that stand alone,
/// and those of the brand's dictionary.
final class CapitalsRule implements Rule {
    private static final int LONG = 5;
    private static final Pattern CAPITALS =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}@#/._-])\\p{Lu}[\\p{Lu}'’]*\\p{Lu}(?![\\p{L}\\p{N}_-])");

    /// Short ones that are no abbreviations.
    private static final Set<String> SHOUTED =
            Set.of(
                    "all", "always", "any", "but", "can", "cannot", "did", "does", "ever", "must",
                    "never", "no", "not", "now", "only", "our", "please", "read", "sorry", "stop",
                    "the", "this", "very", "we", "what", "why", "will", "wait", "you", "your");

    @Override
    public List<Finding> check(String text, Context context) {
        var quotes = Passages.quotes(text, context.post());
        var words =
                CAPITALS.matcher(text)
                        .results()
                        .filter(word -> !Passages.isQuoted(quotes, word.start(), word.end()))
                        .filter(word -> !context.dictionary().contains(lower(word)))
                        .toList();
        var found = new ArrayList<Finding>();
        for (int from = 0; from < words.size(); ) {
            int to = from + 1;
            while (to < words.size() && follows(text, words.get(to - 1), words.get(to))) {
                to++;
            }
            if (shouts(words.subList(from, to))) {
                int start = words.get(from).start();
                int end = words.get(to - 1).end();
                found.add(
                        new Finding(
                                Concern.CAPITALS,
                                Weight.MUST,
                                start,
                                end,
                                t("Capitals read as shouting. Write it small."),
                                List.of(text.substring(start, end).toLowerCase(Locale.ROOT))));
            }
            from = to;
        }
        return found;
    }

    private static boolean follows(String text, MatchResult one, MatchResult next) {
        return text.substring(one.end(), next.start()).matches("[\\s,;:.!?–-]{1,3}");
    }

    private static boolean shouts(List<MatchResult> run) {
        return run.size() >= 3
                || run.stream()
                        .anyMatch(word ->
                                word.group().length() >= LONG || SHOUTED.contains(lower(word)));
    }

    private static String lower(MatchResult word) {
        return word.group().toLowerCase(Locale.ROOT);
    }
}
