package firsthour.sentiment.linear;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.text.Tokens;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LinearModelTest {
    private static final int BITS = 12;

    @Property(tries = 50)
    void modelsThatShareATableSayWhatEachSaysAlone(
            @ForAll long seed,
            @ForAll @Size(max = 200) List<@IntRange(max = (1 << BITS) - 1) Integer> post) {
        var random = new Random(seed);
        var alone = List.of(model(3, random), model(2, random), model(13, random));
        var features = new Features(BITS);
        post.forEach(features::add);
        float[] figures = {0.5f, 0, -2};

        var sharing = LinearModel.sharing(alone);
        int[] sums = sharing.getFirst().sums(features);
        for (int i = 0; i < alone.size(); i++) {
            double[] expected = alone.get(i).logits(features, figures);
            assertThat(sharing.get(i).logits(sums, figures)).containsExactly(expected);
            assertThat(sharing.get(i).logits(features, figures)).containsExactly(expected);
        }
    }

    @Property(tries = 20)
    void whatATokenDidIsToldAsByTheModelAlone(@ForAll long seed) {
        var random = new Random(seed);
        var before = model(2, random);
        var alone = model(3, random);
        var tokens = new Tokens().read("Lovely, another hour in the queue");
        var features = new Features(BITS).read(tokens);
        float[] expected = new float[3 * tokens.size()];
        alone.shares(features, expected, tokens.size());

        float[] shares = new float[3 * tokens.size()];
        LinearModel.sharing(List.of(before, alone)).get(1).shares(features, shares, tokens.size());
        assertThat(shares).containsExactly(expected);
    }

    /// In which every third feature has no weight.
    private static LinearModel model(int classes, Random random) {
        float[][] weights = new float[classes][1 << BITS];
        float[][] figures = new float[3][classes];
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            bias[k] = (float) random.nextGaussian();
            for (int feature = 0; feature < 1 << BITS; feature++) {
                weights[k][feature] = feature % 3 == 0 ? 0 : (float) random.nextGaussian();
            }
            for (float[] figure : figures) {
                figure[k] = (float) random.nextGaussian();
            }
        }
        return new LinearModel(BITS, weights, figures, bias);
    }
}
