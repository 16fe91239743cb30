package firsthour.sentiment.cues;

import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.Topic;
import java.util.Arrays;

/// What was seen in one post: the strength of each topic and sign, in which sentences they stand,
/// and what the models said.
///
/// One object may be filled again and again; it belongs to one thread.
final class Seen implements Phrases.Finder {
    private static final int PRAISED = Targets.of(Sign.PRAISED);

    /// Further sentences count as the last.
    private static final int SENTENCES = 63;

    /// Words in capitals before a post is loud.
    private static final int LOUD = 4;

    private final float[] strengths = new float[Targets.count()];
    private final float[] latest = new float[Targets.count()];
    private final int[] latestEnds = new int[Targets.count()];
    private final long[] sentences = new long[Targets.count()];
    private final Words words = new Words();
    private boolean praiseInQuotes;
    private Probabilities polarity = new Probabilities(0, 1, 0);
    private double complaint;
    private long brand;

    Words words() {
        return words;
    }

    /// Forgets the post before.
    ///
    /// @param brand the sentences that name the brand, a bit each
    void begin(Probabilities polarity, double complaint, long brand) {
        Arrays.fill(strengths, 0);
        Arrays.fill(latest, 0);
        Arrays.fill(latestEnds, 0);
        Arrays.fill(sentences, 0);
        praiseInQuotes = false;
        this.polarity = polarity;
        this.complaint = complaint;
        this.brand = brand;
    }

    /// Counts a phrase. A sign that a negation reaches is none; a topic stays one. Of phrases for
    /// the same target that overlap only the strongest counts.
    @Override
    public void found(int target, float weight, int from, int to) {
        if (weight < 0) {
            strengths[target] += weight;
            return;
        }
        if (Targets.isSign(target) && words.negated(from)) {
            return;
        }
        float before = from < latestEnds[target] ? latest[target] : 0;
        if (weight > before) {
            strengths[target] += weight - before;
            latest[target] = weight;
        }
        latestEnds[target] = Math.max(latestEnds[target], to);
        sentences[target] |= sentence(words.sentence(from));
        praiseInQuotes |= target == PRAISED && to == from + 1 && words.quoted(from);
    }

    static long sentence(int number) {
        return 1L << Math.min(number, SENTENCES);
    }

    double strength(Topic topic) {
        return strengths[Targets.of(topic)];
    }

    double strength(Sign sign) {
        return strengths[Targets.of(sign)];
    }

    boolean shows(Sign sign) {
        return strength(sign) >= 1;
    }

    /// Whether two signs stand in one sentence.
    boolean together(Sign one, Sign other) {
        return shows(one)
                && shows(other)
                && (sentences[Targets.of(one)] & sentences[Targets.of(other)]) != 0;
    }

    /// Whether a sentence shows one sign and not another.
    boolean apart(Sign one, Sign other) {
        return shows(one) && (sentences[Targets.of(one)] & ~sentences[Targets.of(other)]) != 0;
    }

    /// Whether a sign may be about the brand: it is told of oneself, or from the sentence on that
    /// first names the brand, or no sentence does. What others went through before the brand is
    /// named is often told for contrast.
    boolean mayConcernBrand(Sign sign) {
        long since = brand == 0 ? 0 : Long.numberOfTrailingZeros(brand);
        return sentences[Targets.of(sign)] >>> since != 0 || together(sign, Sign.OWN);
    }

    boolean praiseInQuotes() {
        return praiseInQuotes;
    }

    /// Toward the brand, where that is known.
    Probabilities polarity() {
        return polarity;
    }

    /// Probability, 0 to 1.
    double complaint() {
        return complaint;
    }

    /// Whether most of the post is in capitals.
    boolean shouts() {
        return words.shouted() >= LOUD && 2 * words.shouted() > words.size();
    }
}
