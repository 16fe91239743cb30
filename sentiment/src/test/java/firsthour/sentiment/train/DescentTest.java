package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescentTest {
    private static final int BITS = 16;
    private static final Descent.Settings SETTINGS = new Descent.Settings(1, 0.7, 0.01f, 0.1f, 20);

    /// Words that all posts have tell no classes apart, and have no ratio.
    private static final Descent.Settings WITHOUT_RATIOS = new Descent.Settings(1, 0, 0, 0.1f, 20);

    private final Tokens tokens = new Tokens();
    private final Features features = new Features(BITS);

    @Test
    void learnsWhichWordsSpeakForWhat() {
        var model = learn(SETTINGS);
        assertThat(margin(model, "a broken lamp")).isPositive();
        assertThat(margin(model, "a lovely lamp")).isNegative();
    }

    @Test
    void aTargetBetweenTheClassesIsLearnedAsSuch() {
        var rows = new Rows(2, BITS, 0);
        for (int i = 0; i < 50; i++) {
            rows.add(read("a lamp"), new float[0], new float[] {0.3f, 0.7f}, 1);
        }
        double margin = margin(Descent.train(rows, WITHOUT_RATIOS), "a lamp");
        assertThat(1 / (1 + Math.exp(-margin))).isBetween(0.65, 0.75);
    }

    @Test
    void figuresAreLearnedBesideTheWords() {
        var rows = new Rows(2, BITS, 1);
        for (int i = 0; i < 40; i++) {
            rows.add(read("a lamp"), new float[] {i % 2}, i % 2, 1);
        }
        features.read(tokens.read("a lamp"));
        double[] with = Descent.train(rows, SETTINGS).logits(features, new float[] {1});
        assertThat(with[1] - with[0]).isGreaterThan(1);
    }

    @Test
    void aWordThatTooFewPostsHaveGetsNoWeight() {
        var model = learn(new Descent.Settings(1_000, 0.7, 0.01f, 0.1f, 20));
        assertThat(margin(model, "broken")).isEqualTo(margin(model, "lovely"));
    }

    @Test
    void theSamePostsGiveTheSameWeights() {
        assertThat(margin(learn(SETTINGS), "a broken, lovely lamp"))
                .isEqualTo(margin(learn(SETTINGS), "a broken, lovely lamp"));
    }

    private LinearModel learn(Descent.Settings settings) {
        var rows = new Rows(2, BITS, 0);
        for (var thing : List.of("lamp", "chair", "table", "kettle", "bed", "desk")) {
            rows.add(read("a broken " + thing), new float[0], 1, 1);
            rows.add(read("a lovely " + thing), new float[0], 0, 1);
        }
        return Descent.train(rows, settings);
    }

    private int[] read(String text) {
        return features.read(tokens.read(text)).copy();
    }

    private double margin(LinearModel model, String text) {
        features.read(tokens.read(text));
        double[] logits = model.logits(features, new float[0]);
        return logits[1] - logits[0];
    }
}
