package firsthour.sentiment.toward;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.text.Tokens;

/// The scores of the words around a target: by side and clause, and of those that stand nearest.
final class NearWords {
    static final int FIGURES = 22;

    /// Of a score that counts as taking a side.
    private static final float CLEAR = 0.4f;

    private static final float NEGATED = -0.6f;
    private static final int NEAR = 4;
    private static final float FADING = 4;

    private final float[] good = new float[7];
    private final float[] bad = new float[7];
    private final float[] nearest = new float[3];
    private final int[] distances = {Layout.FAR, Layout.FAR, Layout.FAR};
    private boolean nearestIsAfter;

    private NearWords() {}

    /// Writes the figures of the words.
    ///
    /// @return the place after the last figure that was written
    static int write(
            float[] to, int at, Tokens tokens, Layout layout, WordScores words, Features whole) {
        var sums = new NearWords();
        for (int t = 0; t < layout.size(); t++) {
            float score = layout.isTarget(t) ? 0 : words.of(tokens.hash(t));
            if (score != 0) {
                sums.add(whole.negated(t) ? score * NEGATED : score, layout, t);
            }
        }
        return sums.write(to, at);
    }

    private void add(float score, Layout layout, int token) {
        int distance = layout.distance(token);
        boolean after = layout.isAfter(token);
        sum(after ? 1 : 0, score);
        sum(layout.isWithTarget(token) ? 2 : 3, score);
        sum(4, score * (float) Math.exp(-distance / FADING));
        if (distance <= NEAR) {
            sum(5, score);
        }
        if (layout.isOwn(token)) {
            sum(6, score);
        }
        if (Math.abs(score) > CLEAR) {
            if (distance < distances[2]) {
                nearestIsAfter = after;
            }
            come(2, score, distance);
            come(after ? 1 : 0, score, distance);
        }
    }

    private void sum(int place, float score) {
        good[place] += Math.max(score, 0);
        bad[place] += Math.max(-score, 0);
    }

    private void come(int place, float score, int distance) {
        if (distance < distances[place]) {
            distances[place] = distance;
            nearest[place] = score;
        }
    }

    private int write(float[] to, int from) {
        int at = from;
        for (int i = 0; i < good.length; i++) {
            to[at++] = good[i] / 2;
            to[at++] = bad[i] / 2;
        }
        float score = nearest[2] / 2;
        to[at++] = score;
        to[at++] = nearest[0] / 2 / (float) Math.sqrt(distances[0]);
        to[at++] = nearest[1] / 2 / (float) Math.sqrt(distances[1]);
        to[at++] = nearestIsAfter ? score : 0;
        to[at++] = distances[2] == Layout.FAR ? 1 : 0;
        to[at++] = distances[2] < NEAR ? score : 0;
        to[at++] = good[2] + bad[2] == 0 ? 1 : 0;
        to[at++] = (good[2] - bad[2] - good[3] + bad[3]) / 2;
        return at;
    }
}
