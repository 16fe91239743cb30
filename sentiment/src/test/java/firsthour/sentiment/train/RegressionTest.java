package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int BITS = 14;
    private static final List<String> BAD = List.of("late again", "never came", "broken and late");
    private static final List<String> GOOD = List.of("in time", "came early", "whole and early");

    private final Tokens tokens = new Tokens();
    private final Features features = new Features(BITS);

    @Test
    void whatTellsTheClassesApartIsLearnedAndTheSameEachTime() {
        var model = train();
        assertThat(balance(model, "it was late")).isNegative();
        assertThat(balance(model, "early as ever")).isPositive();
        assertThat(balance(train(), "it was late")).isEqualTo(balance(model, "it was late"));
    }

    @Test
    void aFigureCountsBesideTheFeatures() {
        var rows = new Rows(2, BITS, 1);
        for (int i = 0; i < 50; i++) {
            rows.add(new int[0], new float[] {i % 2 == 0 ? 1 : -1}, i % 2 == 0 ? 1 : 0, 1);
        }
        var model = Regression.train(rows, new Regression.Settings(1, 1_000, 0.7, 50));
        features.clear();
        double[] logits = model.logits(features, new float[] {1});
        assertThat(logits[1]).isGreaterThan(logits[0]);
    }

    @Test
    void theTemperatureCoolsWhatIsTooSure() {
        var examples = List.of(example(0), example(0), example(0), example(1));
        var logits =
                List.of(
                        new double[] {8, 0},
                        new double[] {8, 0},
                        new double[] {8, 0},
                        new double[] {8, 0});
        assertThat(Calibration.temperature(logits, examples)).isGreaterThan(4);
    }

    private static Corpus.Example example(int label) {
        return new Corpus.Example("", label);
    }

    private LinearModel train() {
        var rows = new Rows(2, BITS, 0);
        BAD.forEach(text -> rows.add(read(text), new float[0], 0, 1));
        GOOD.forEach(text -> rows.add(read(text), new float[0], 1, 1));
        return Regression.train(rows, new Regression.Settings(1, 1, 0.7, 50));
    }

    private double balance(LinearModel model, String text) {
        read(text);
        double[] logits = model.logits(features, new float[0]);
        return logits[1] - logits[0];
    }

    private int[] read(String text) {
        return features.read(tokens.read(text)).copy();
    }
}
