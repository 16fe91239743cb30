package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptronTest {
    private static final Perceptron.Settings SETTINGS = new Perceptron.Settings(32, 0.1f, 60);

    @Test
    void learnsWhatNoLineSeparates() {
        var perceptron = Perceptron.learn(eitherOr(), 2, SETTINGS, 1);
        assertThat(perceptron.say(new float[] {1, 1})[0]).isGreaterThan(0.8);
        assertThat(perceptron.say(new float[] {-1, -1})[0]).isGreaterThan(0.8);
        assertThat(perceptron.say(new float[] {1, -1})[1]).isGreaterThan(0.8);
        assertThat(perceptron.say(new float[] {-1, 1})[1]).isGreaterThan(0.8);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        float[] row = {0.3f, -0.2f};
        assertThat(Perceptron.learn(eitherOr(), 2, SETTINGS, 5).say(row))
                .isEqualTo(Perceptron.learn(eitherOr(), 2, SETTINGS, 5).say(row));
    }

    /// Class 1 where the signs differ.
    private static Perceptron.Rows eitherOr() {
        var random = new Random(3);
        var inputs = new ArrayList<float[]>();
        var labels = new ArrayList<Integer>();
        var weights = new ArrayList<Float>();
        for (int i = 0; i < 2_000; i++) {
            float[] row = {(float) random.nextGaussian(), (float) random.nextGaussian()};
            inputs.add(row);
            labels.add(row[0] * row[1] < 0 ? 1 : 0);
            weights.add(1f);
        }
        return new Perceptron.Rows(inputs, labels, weights);
    }
}
