package firsthour.response.check;

import java.util.Arrays;
import java.util.List;

/// A text as the pairs of neighbouring words that it has: two texts are as alike as the pairs that
/// they share. Names of accounts, links and figures count for nothing, so that the same words to
/// another customer stay the same words.
public final class Shingles {
    /// Shorter words of sympathy are alike by nature.
    static final int FEWEST_WORDS = 8;

    private final int[] pairs;
    private final int words;

    private Shingles(int[] pairs, int words) {
        this.pairs = pairs;
        this.words = words;
    }

    /// Takes a text apart.
    public static Shingles of(String text) {
        List<String> all = Words.all(text);
        var pairs = new int[Math.max(0, all.size() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = 31 * all.get(i).hashCode() + all.get(i + 1).hashCode();
        }
        return new Shingles(Arrays.stream(pairs).sorted().distinct().toArray(), all.size());
    }

    /// How alike two texts are, 0 to 100; 0 where one has too few words to say.
    public int percent(Shingles other) {
        if (words < FEWEST_WORDS || other.words < FEWEST_WORDS) {
            return 0;
        }
        int same = 0;
        int i = 0;
        int j = 0;
        while (i < pairs.length && j < other.pairs.length) {
            if (pairs[i] == other.pairs[j]) {
                same++;
                i++;
                j++;
            } else if (pairs[i] < other.pairs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Math.toIntExact(Math.round(200.0 * same / (pairs.length + other.pairs.length)));
    }
}
