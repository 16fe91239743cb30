package firsthour.sentiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firsthour.sentiment.network.Network;
import firsthour.sentiment.network.Vocabulary;
import firsthour.sentiment.network.Weights;
import firsthour.sentiment.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final int BITS = 12;

    private final Tokens tokens = new Tokens();
    private final Features features = new Features(BITS);
    private final float[] figures = new float[WordScores.FIGURES];

    @Test
    void weightsComeBackAsTheyWereWrittenHoweverFarApart() throws IOException {
        float[][] weights = new float[3][1 << 20];
        weights[0][0] = 1.27f;
        weights[1][1] = -0.5f;
        weights[2][(1 << 20) - 1] = 0.1f;
        var small = new LinearModel(20, weights, new float[][] {{1, 2, 3}}, new float[] {0, 0, 1});
        var models =
                new Models(
                        new WordScores(new TreeMap<>(Map.of(7L, 2f))),
                        small,
                        network(),
                        1.5f,
                        0.25f,
                        new LinearModel(20, new float[2][1 << 20], new float[0][], new float[2]),
                        0.5f,
                        -1,
                        new LinearModel(
                                20,
                                new float[Aspects.COUNT][1 << 20],
                                new float[0][],
                                new float[Aspects.COUNT]));
        var written = new ByteArrayOutputStream();
        models.write(written);
        var read = Models.read(new ByteArrayInputStream(written.toByteArray()));

        var again = new ByteArrayOutputStream();
        read.write(again);
        assertThat(again.toByteArray()).isEqualTo(written.toByteArray());
        assertThat(read.words().of(7)).isEqualTo(2);
        assertThat(read.words().of(8)).isZero();
        assertThat(read.polarityShare()).isEqualTo(1.5f);
        assertThat(read.networkShare()).isEqualTo(0.25f);
        assertThat(read.complaintShift()).isEqualTo(-1);
        var post = new Features(20);
        tokens.read("a late parcel");
        assertThat(read.polarity().logits(post.read(tokens), new float[] {1}))
                .containsExactly(small.logits(post, new float[] {1}));
    }

    /// Of one filter for each width, two dimensions and one word.
    private static Network network() {
        return new Network(
                new Vocabulary(new long[] {Tokens.hashOf("late")}),
                new Weights(
                        2,
                        new float[] {0, 0, 1, -1},
                        new float[12],
                        new float[] {0.5f, 0, 1},
                        new float[9],
                        new float[] {0, 1, 2}));
    }

    @Test
    void aNegationTurnsWhatItReachesUpToTheNextStop() {
        tokens.read("This is not good at all, but nice.");
        features.read(tokens);
        assertThat(features.negated(index("good"))).isTrue();
        assertThat(features.negated(index("all"))).isTrue();
        assertThat(features.negated(index("nice"))).isFalse();
        assertThat(features.negated(index("is"))).isFalse();
    }

    @Test
    void eachFeatureCountsOnce() {
        tokens.read("late late late late late late");
        features.read(tokens);
        long distinct = java.util.Arrays.stream(features.copy()).distinct().count();
        assertThat(features.size()).isEqualTo((int) distinct);
    }

    @Test
    void theFiguresOfAPostFollowItsWords() {
        var words =
                new WordScores(
                        new TreeMap<>(
                                Map.of(Tokens.hashOf("good"), 3f, Tokens.hashOf("bad"), -3f)));
        features.read(tokens.read("a good one"));
        words.read(tokens, features, figures);
        assertThat(figures[0]).isEqualTo(1);
        assertThat(figures[1]).isZero();
        features.read(tokens.read("not a good one"));
        words.read(tokens, features, figures);
        assertThat(figures[0]).isZero();
        assertThat(figures[1]).isCloseTo(0.6f, within(1e-6f));
    }

    private int index(String word) {
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.hash(t) == Tokens.hashOf(word)) {
                return t;
            }
        }
        throw new AssertionError("There is no " + word);
    }
}
