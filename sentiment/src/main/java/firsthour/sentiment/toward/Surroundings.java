package firsthour.sentiment.toward;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import java.util.Arrays;

/// What a post looks like from where it names a target: features of the words by side, distance and
/// clause, and figures, and the letters of the words. The name itself is left out, so that no brand
/// is judged by its name.
///
/// One object may be filled again and again; it belongs to one thread.
public final class Surroundings {
    /// Bits of a feature's number.
    public static final int BITS = 20;

    /// Figures of a post: of the whole, its three logits, and those of [Regions], [NearWords] and
    /// [Shape].
    public static final int FIGURES =
            WordScores.FIGURES + 3 + Regions.FIGURES + NearWords.FIGURES + Shape.FIGURES;

    private static final int WINDOW = 4;
    private static final int CLOSE = 3;

    private static final long NEGATED = 0x85EBCA77C2B2AE63L;
    private static final long TARGET = Tokens.hashOf("$target$");

    /// What a feature says; odd numbers, because the hash multiplies by them.
    private static final long WORD = 0x9E3779B97F4A7C15L;

    private static final long PAIR = 0xC2B2AE3D27D4EB4FL;
    private static final long TRIPLE = 0x9FB21C651E98DF25L;
    private static final long CLOSE_PAIR = 0x165667B19E3779F9L;
    private static final long BEFORE = 0x27D4EB2F165667C5L;
    private static final long AFTER = 0x94D049BB133111EBL;
    private static final long NEAR = 0xBF58476D1CE4E5B9L;
    private static final long NEAR_BEFORE = 0xD6E8FEB86659FD93L;
    private static final long NEAR_AFTER = 0xA0761D6478BD642FL;
    private static final long SAME_CLAUSE = 0xE7037ED1A0B428DBL;
    private static final long OTHER_CLAUSE = 0x8EBC6AF09C88C6E3L;
    private static final long PLACE = 0x589965CC75374CC3L;

    private final Occurrences occurrences = new Occurrences();
    private final Layout layout = new Layout();
    private final Features features = new Features(BITS);
    private final float[] figures = new float[FIGURES];
    private final Regions regions = new Regions();
    private final Models.Desk desk = new Models.Desk();

    public Features features() {
        return features;
    }

    public float[] figures() {
        return figures;
    }

    /// For a part of a post that is judged alone.
    Models.Desk desk() {
        return desk;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    /// Reads how a post speaks around a brand's name; what was read before is forgotten.
    ///
    /// @param brand its name as people write it
    /// @param desk on which the post was judged as a whole, by the same models
    /// @return false where the post does not name it, so that nothing was read
    public boolean read(String post, String brand, Models models, Models.Desk desk) {
        var tokens = desk.tokens();
        if (occurrences.find(post, tokens, brand).size() == 0) {
            return false;
        }
        layout.read(post, tokens, occurrences);
        words(tokens, desk.features());
        Arrays.fill(figures, 0);
        int at = WordScores.FIGURES + 3;
        System.arraycopy(desk.figures(), 0, figures, 0, at);
        at = regions.write(figures, at, layout, models.polarity(), desk.features());
        at = NearWords.write(figures, at, tokens, layout, models.words(), desk.features());
        Shape.write(figures, at, post, tokens, layout, occurrences);
        return true;
    }

    private void words(Tokens tokens, Features whole) {
        features.clear();
        long before = 0;
        long beforeThat = 0;
        for (int t = 0; t < tokens.size(); t++) {
            if (layout.isTarget(t) && t > 0 && layout.isTarget(t - 1)) {
                continue;
            }
            long plain = layout.isTarget(t) ? TARGET : tokens.hash(t);
            features.add(Features.mix(PAIR ^ (before * 31), plain));
            features.add(Features.mix(TRIPLE ^ (beforeThat * 961) ^ (before * 31), plain));
            if (layout.distance(t) <= CLOSE) {
                features.add(Features.mix(CLOSE_PAIR ^ (before * 31), plain));
            }
            if (!layout.isTarget(t)) {
                word(t, whole.negated(t) ? plain ^ NEGATED : plain);
                features.addLetters(tokens, t);
            }
            beforeThat = before;
            before = plain;
        }
    }

    private void word(int token, long hash) {
        int distance = layout.distance(token);
        boolean after = layout.isAfter(token);
        features.add(Features.mix(WORD, hash));
        features.add(Features.mix(after ? AFTER : BEFORE, hash));
        features.add(Features.mix(layout.isWithTarget(token) ? SAME_CLAUSE : OTHER_CLAUSE, hash));
        if (distance <= WINDOW) {
            features.add(Features.mix(NEAR, hash));
            features.add(Features.mix(after ? NEAR_AFTER : NEAR_BEFORE, hash));
        }
        if (distance <= CLOSE) {
            features.add(Features.mix(PLACE + 2L * (after ? distance : -distance), hash));
        }
    }
}
