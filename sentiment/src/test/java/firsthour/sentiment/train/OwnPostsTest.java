package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.sentiment.engine.Engine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Floors on posts that a person wrote and labelled before any rule was written.
class OwnPostsTest {
    private static CueEvaluation figures;

    @BeforeAll
    static void judgeThem() throws IOException, URISyntaxException {
        var file =
                Objects.requireNonNull(
                        OwnPostsTest.class.getResource("/firsthour/sentiment/own-posts.tsv"));
        figures = new CueEvaluation(LabelledPosts.read(Path.of(file.toURI())), new Engine());
    }

    @Test
    void topicsAreFound() {
        assertThat(figures.allTopics().f1()).isGreaterThan(0.6);
        assertThat(figures.macroTopics()).isGreaterThan(0.5);
    }

    @Test
    void severityFollowsTheLabels() {
        assertThat(figures.tauB()).isGreaterThan(0.45);
        assertThat(figures.gravestInFirstQuarter()).isGreaterThan(0.6);
    }

    @Test
    void quietDisappointmentsRankAboveOrdinaryComplaints() {
        assertThat(figures.placeOfQuiet()).isGreaterThan(figures.placeOfOrdinary() + 0.1);
    }

    @Test
    void questionsPraiseAndIronyAreFlagged() {
        assertThat(figures.questions().precision()).isGreaterThan(0.7);
        assertThat(figures.questions().recall()).isGreaterThan(0.6);
        assertThat(figures.praises().precision()).isGreaterThan(0.75);
        assertThat(figures.ironyAmongPositive().precision()).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void aSecondFileThatLacksAPostSaysWhich(@TempDir Path folder) throws IOException {
        var first = labels(folder, "first.tsv", "7\tother\tneutral\t-\t0\t-");
        var second = labels(folder, "second.tsv", "8\tother\tneutral\t-\t0\t-");
        assertThatThrownBy(() -> second.inOrderOf(first)).hasMessageContaining("post 7");
    }

    private static LabelledPosts labels(Path folder, String name, String row) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "id\tkind\tpolarity\ttopics\tseverity\tcues\n" + row + "\n");
        return LabelledPosts.read(file);
    }
}
