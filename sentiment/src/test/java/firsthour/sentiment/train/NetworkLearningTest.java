package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firsthour.sentiment.network.Network;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.train.Corpus.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkLearningTest {
    private static final NetworkLearning.Settings SETTINGS =
            new NetworkLearning.Settings(8, 16, 0.05f, 0.02f, 0.1f, 60);
    private static final List<String> GOOD =
            List.of("good lamp", "not bad lamp", "a good bed", "the bed is not bad");
    private static final List<String> BAD =
            List.of("bad lamp", "not good lamp", "a bad bed", "the bed is not good");

    private static @Nullable Network learned;

    private final Tokens tokens = new Tokens();

    @BeforeAll
    static void learn(@TempDir Path folder) throws IOException {
        var taught = new Taught(2);
        for (int i = 0; i < 10; i++) {
            GOOD.forEach(text -> taught.add(new Example(text, 1), new double[] {0, 1}, 0, 1, 1));
            BAD.forEach(text -> taught.add(new Example(text, 0), new double[] {1, 0}, 0, 1, 1));
        }
        var texts = taught.lessons().stream().map(lesson -> lesson.text).toList();
        var readings = new Readings(folder.resolve("readings.bin"));
        var words = WordVectors.of(texts, readings, SETTINGS.dimensions());
        learned = NetworkLearning.learn(words, taught, SETTINGS);
    }

    @Test
    void tellsPostsApartByTheOrderOfTheirWords() {
        assertThat(GOOD).allSatisfy(text -> assertThat(margin(text)).isPositive());
        assertThat(BAD).allSatisfy(text -> assertThat(margin(text)).isNegative());
        assertThat(margin("the lamp is not bad")).isPositive();
        assertThat(margin("the lamp is not good")).isNegative();
    }

    @Test
    void aHashtagIsReadAsTheWordBehindIt() {
        assertThat(margin("#good lamp")).isEqualTo(margin("good lamp"));
    }

    @Test
    void whatSaysNothingAndWhatIsEndlessIsRead() {
        assertThat(margin("")).isFinite();
        assertThat(margin("zzz qqq")).isFinite();
        assertThat(margin("good lamp ".repeat(2_000))).isFinite();
    }

    @Test
    void isTheSameWhenItIsReadBack() throws IOException {
        var bytes = new ByteArrayOutputStream();
        network().write(new DataOutputStream(bytes));
        var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(margin(Network.read(in), "a good, not bad lamp"))
                .isCloseTo(margin("a good, not bad lamp"), within(0.02));
    }

    private static Network network() {
        return Objects.requireNonNull(learned);
    }

    private double margin(String text) {
        return margin(network(), text);
    }

    private double margin(Network network, String text) {
        double[] logits = network.logits(tokens.read(text), new Network.Desk());
        return logits[1] - logits[0];
    }
}
