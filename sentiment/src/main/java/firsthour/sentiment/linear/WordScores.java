package firsthour.sentiment.linear;

import firsthour.sentiment.text.Hashes;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.text.Tokens.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;

/// How good or bad single words are, as a training run has learned it, and what that says of a
/// whole post: a few figures beside the many features of [Features].
///
/// Immutable.
public final class WordScores {
    /// Figures of a post.
    public static final int FIGURES = 24;

    private static final long BUT = Tokens.hashOf("but");

    /// What is left of a word's score where a negation reaches it.
    private static final float NEGATED = -0.6f;

    private static final float SHOUTED = 1.3f;

    /// Tokens of a post: few that were learned from have more.
    private static final float LONGEST = 48;

    private final Hashes words;

    /// By the place of the word.
    private final float[] scores;

    /// @param words scores by the hash of a word's normal form, above 0 for good ones
    public WordScores(SortedMap<Long, Float> words) {
        this.words = new Hashes(words.keySet().stream().mapToLong(Long::longValue).toArray());
        this.scores = new float[words.size()];
        int place = 0;
        for (float score : words.values()) {
            scores[place++] = score;
        }
    }

    private WordScores(Hashes words, float[] scores) {
        this.words = words;
        this.scores = scores;
    }

    /// The score of a word; 0 where it has none.
    public float of(long hash) {
        int place = words.find(hash);
        return place < 0 ? 0 : scores[place];
    }

    /// Figures of the post whose features were read last.
    ///
    /// @param figures takes them: [#FIGURES] at the least
    public void read(Tokens tokens, Features features, float[] figures) {
        int but = -1;
        for (int t = 0; t < tokens.size(); t++) {
            but = tokens.hash(t) == BUT ? t : but;
        }
        var sums = new Sums();
        for (int t = 0; t < tokens.size(); t++) {
            float score = of(tokens.hash(t));
            if (score != 0) {
                sums.add(
                        score,
                        features.negated(t),
                        tokens.shouted(t),
                        t > but,
                        tokens.kind(t) == Kind.EMOJI || tokens.kind(t) == Kind.EMOTICON);
            }
        }
        sums.write(figures, tokens.size(), but >= 0);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(words.size());
        for (int i = 0; i < words.size(); i++) {
            out.writeLong(words.get(i));
            out.writeFloat(scores[i]);
        }
    }

    static WordScores read(DataInput in) throws IOException {
        long[] words = new long[in.readInt()];
        float[] scores = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
            scores[i] = in.readFloat();
        }
        return new WordScores(new Hashes(words), scores);
    }

    /// Sums over one post.
    private static final class Sums {
        private static final float CLEAR = 0.5f;

        private float good;
        private float bad;
        private float best;
        private float worst;
        private float first;
        private float last;
        private float goodAtLast;
        private float badAtLast;
        private float goodNegated;
        private float badNegated;
        private float goodShouted;
        private float badShouted;
        private float faces;
        private float clearlyGood;
        private float clearlyBad;

        void add(float plain, boolean negated, boolean shouted, boolean atLast, boolean face) {
            float score = plain;
            if (negated) {
                goodNegated += Math.max(plain, 0);
                badNegated += Math.max(-plain, 0);
                score *= NEGATED;
            }
            if (shouted) {
                goodShouted += Math.max(score, 0);
                badShouted += Math.max(-score, 0);
                score *= SHOUTED;
            }
            good += Math.max(score, 0);
            bad += Math.max(-score, 0);
            clearlyGood += score > CLEAR ? 1 : 0;
            clearlyBad += score < -CLEAR ? 1 : 0;
            if (atLast) {
                goodAtLast += Math.max(score, 0);
                badAtLast += Math.max(-score, 0);
            }
            best = Math.max(best, score);
            worst = Math.min(worst, score);
            first = first == 0 ? score : first;
            last = score;
            faces += face ? score : 0;
        }

        /// Scaled so that most lie between -1 and 1. A longer post than those that were learned
        /// from counts as one of their length with the same mixture of words.
        void write(float[] to, int tokens, boolean but) {
            if (tokens > LONGEST) {
                shorten(LONGEST / tokens);
            }
            float length = (float) Math.sqrt(Math.min(tokens, LONGEST) + 1);
            int i = 0;
            to[i++] = good / 3;
            to[i++] = bad / 3;
            to[i++] = best / 2;
            to[i++] = -worst / 2;
            to[i++] = last / 2;
            to[i++] = (good - bad) / 3;
            to[i++] = (good - bad) / length;
            to[i++] = good / length;
            to[i++] = bad / length;
            to[i++] = clearlyGood / 3;
            to[i++] = clearlyBad / 3;
            to[i++] = clearlyGood > 0 && clearlyBad > 0 ? 1 : 0;
            to[i++] = clearlyGood == 0 && clearlyBad == 0 ? 1 : 0;
            to[i++] = clearlyGood > 0 && clearlyBad == 0 ? 1 : 0;
            to[i++] = clearlyBad > 0 && clearlyGood == 0 ? 1 : 0;
            to[i++] = but ? goodAtLast / 2 : 0;
            to[i++] = but ? badAtLast / 2 : 0;
            to[i++] = goodNegated / 2;
            to[i++] = badNegated / 2;
            to[i++] = goodShouted / 2;
            to[i++] = badShouted / 2;
            to[i++] = first / 2;
            to[i++] = faces / 2;
            to[i] = (best + worst) / 2;
        }

        private void shorten(float share) {
            good *= share;
            bad *= share;
            goodAtLast *= share;
            badAtLast *= share;
            goodNegated *= share;
            badNegated *= share;
            goodShouted *= share;
            badShouted *= share;
            faces *= share;
            clearlyGood *= share;
            clearlyBad *= share;
        }
    }
}
