package firsthour.sentiment.language;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much of a text are small words that only English has.
///
/// @param words words in the text
/// @param variety different words in the text
/// @param distinct different small English words among them
/// @param share small English words per word, 0 to 1
record EnglishWords(int words, int variety, int distinct, double share) {
    private static final Pattern WORD =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:['’`]\\p{L}++)*+");

    /// Words that English shares with a neighbour ("is", "was", "on", "me", "do") are left out.
    private static final Set<String> SMALL =
            Stream.of(
                            "the and you this that with have are they what just my your our their",
                            "would could should because when why how who where which been from",
                            "there here never always ever about again after before into than then",
                            "them these those his him she we it its not of for to your out",
                            "does did has get got gets getting going gone make made buy bought",
                            "don't can't didn't doesn't won't isn't wasn't aren't couldn't wouldn't",
                            "haven't hasn't ain't i'm i've i'll i'd it's that's there's what's he's",
                            "she's you're they're we're we've you've let's dont cant wont didnt",
                            "gonna wanna gotta really still very much many every everything nothing",
                            "something someone anyone people thing things think know need love",
                            "like good great better bad worst worse thanks thank please sorry",
                            "today tomorrow yesterday month year day down only also",
                            "some any other another which while though either yes yeah")
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .collect(Collectors.toUnmodifiableSet());

    static EnglishWords in(String text) {
        int words = 0;
        int small = 0;
        Set<String> all = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words++;
            String word =
                    matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'').replace('`', '\'');
            all.add(word);
            if (SMALL.contains(word)) {
                small++;
                seen.add(word);
            }
        }
        return new EnglishWords(
                words, all.size(), seen.size(), words == 0 ? 0 : (double) small / words);
    }

    /// Enough to call the text English without asking anybody.
    boolean convincing() {
        return distinct >= 2 && share >= 0.2;
    }

    /// Enough to doubt a guess against English.
    boolean hinting() {
        return distinct >= 1 && share >= 0.125;
    }
}
