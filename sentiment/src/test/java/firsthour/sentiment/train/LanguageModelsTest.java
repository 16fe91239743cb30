package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageModelsTest {
    @Test
    void postsOfOneMeaningAreNearEachOther() {
        var read =
                new LanguageModels()
                        .read(
                                List.of(
                                        "My parcel never came and nobody answers.",
                                        "Still waiting for the package, no reply from them.",
                                        "Lovely concert in the park tonight!",
                                        "https://example.com"));
        assertThat(read).allSatisfy(figures -> assertThat(figures).hasSize(LanguageModels.FIGURES));
        assertThat(likeness(read.get(0), read.get(1)))
                .isGreaterThan(likeness(read.get(0), read.get(2)));
    }

    private static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
