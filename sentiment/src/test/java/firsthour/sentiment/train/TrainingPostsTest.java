package firsthour.sentiment.train;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.linear.Aspects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The posts from which topics and flags are learned.
class TrainingPostsTest {
    @Test
    void everyTopicAndFlagHasEnoughToBeLearnedFrom() throws IOException {
        var own = OwnPosts.read(Path.of("src/training/posts.tsv"));
        assertThat(own.texts()).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(own.posts()).allMatch(post -> post.polarity() >= 0);
        assertThat(IntStream.range(0, Aspects.COUNT))
                .allMatch(place -> own.posts().stream().filter(p -> p.has(place)).count() >= 100);
    }

    @Test
    void noneOfThemIsAmongThePostsThatMeasure() throws IOException {
        var measuring =
                LabelledPosts.read(Path.of("src/test/resources/firsthour/sentiment/own-posts.tsv"));
        assertThat(OwnPosts.read(Path.of("src/training/posts.tsv")).texts())
                .doesNotContainAnyElementsOf(
                        measuring.posts().stream().map(LabelledPosts.Post::text).toList());
    }
}
