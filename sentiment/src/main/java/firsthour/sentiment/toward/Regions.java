package firsthour.sentiment.toward;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.WordScores;

/// How far each part of a post moved the judgement of the whole: before and after the target, near
/// it, in its clause and in the others, and where nothing parts it from the target. What the name
/// itself did is taken back from the logits of the whole, so that no brand is judged by its name.
///
/// One object may be filled again and again; it belongs to one thread.
final class Regions {
    private static final int REGIONS = 8;

    /// Three for each region.
    static final int FIGURES = 3 * REGIONS;

    private static final int CLOSE = 3;
    private static final int NEAR = 6;

    /// Tokens over which the weight of a token falls to a third.
    private static final float FADING = 4;

    private static final float MOST = 8;

    private final float[] fading = new float[Layout.FAR + 1];
    private float[] shares = new float[3 * 64];

    Regions() {
        for (int distance = 0; distance <= Layout.FAR; distance++) {
            fading[distance] = (float) Math.exp(-distance / FADING);
        }
    }

    /// Writes the figures of the regions.
    ///
    /// @param to begins with the figures of the whole post
    /// @return the place after the last figure that was written
    int write(float[] to, int at, Layout layout, LinearModel polarity, Features whole) {
        if (shares.length < 3 * layout.size()) {
            shares = new float[6 * layout.size()];
        }
        polarity.shares(whole, shares, layout.size());
        for (int t = 0; t < layout.size(); t++) {
            if (layout.isTarget(t)) {
                add(to, WordScores.FIGURES, t, -1);
                continue;
            }
            if (layout.isOwn(t)) {
                add(to, at, t, 1);
            }
            add(to, at + 3 * (layout.isAfter(t) ? 1 : 2), t, 1);
            add(to, at + 3 * (layout.isWithTarget(t) ? 3 : 4), t, 1);
            if (layout.distance(t) <= NEAR) {
                add(to, at + 15, t, 1);
            }
            if (layout.distance(t) <= CLOSE) {
                add(to, at + 18, t, 1);
            }
            add(to, at + 21, t, fading[layout.distance(t)]);
        }
        for (int i = at; i < at + FIGURES; i++) {
            to[i] = Math.clamp(to[i], -MOST, MOST);
        }
        return at + FIGURES;
    }

    private void add(float[] to, int at, int token, float weight) {
        for (int k = 0; k < 3; k++) {
            to[at + k] += weight * shares[3 * token + k];
        }
    }
}
