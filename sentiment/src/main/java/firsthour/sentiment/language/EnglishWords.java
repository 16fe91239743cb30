package firsthour.sentiment.language;

import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;

/// How much of a text are small words that only English has.
///
/// @param words words in the text
/// @param varied whether there are different words among them
/// @param distinct different small English words among them
/// @param share small English words per word, 0 to 1
record EnglishWords(int words, boolean varied, int distinct, double share) {
    /// Words that English shares with a neighbour ("is", "was", "on", "me", "do") are left out.
    private static final Hashes SMALL =
            Hashes.ofWords(
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
                    "some any other another which while though either yes yeah");

    static EnglishWords in(Tokens tokens) {
        int words = 0;
        int small = 0;
        int distinct = 0;
        long first = 0;
        boolean varied = false;
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.kind(t) == Kind.WORD) {
                long word = tokens.hash(t);
                first = words == 0 ? word : first;
                varied |= word != first;
                words++;
                if (SMALL.contains(word)) {
                    small++;
                    distinct += isFirst(tokens, t) ? 1 : 0;
                }
            }
        }
        return new EnglishWords(words, varied, distinct, words == 0 ? 0 : (double) small / words);
    }

    private static boolean isFirst(Tokens tokens, int token) {
        for (int t = 0; t < token; t++) {
            if (tokens.hash(t) == tokens.hash(token)) {
                return false;
            }
        }
        return true;
    }

    /// Enough to call the text English whatever its source claims.
    boolean convincing() {
        return distinct >= 2 && share >= 0.2;
    }

    /// Enough to doubt a guess against English.
    boolean hinting() {
        return distinct >= 1 && share >= 0.125;
    }
}
