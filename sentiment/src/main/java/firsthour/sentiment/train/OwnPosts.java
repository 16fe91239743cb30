package firsthour.sentiment.train;

import firsthour.sentiment.Flag;
import firsthour.sentiment.Topic;
import firsthour.sentiment.linear.Aspects;
import firsthour.sentiment.train.Corpus.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Posts about made-up brands, written and labelled for this project, from which the models learn
/// what no other set tells: topics, questions, praise, sarcasm.
record OwnPosts(List<Post> posts) {

    /// @param kind complaint, question, praise or other
    /// @param polarity its place in [Corpus#POLARITIES]
    record Post(String text, String kind, int polarity, Set<Topic> topics, boolean ironic) {

        /// Whether it has the topic or the flag of a place in [Aspects].
        boolean has(int aspect) {
            return topics.stream().anyMatch(topic -> Aspects.place(topic) == aspect)
                    || (kind.equals("question") && aspect == Aspects.place(Flag.QUESTION))
                    || (kind.equals("praise") && aspect == Aspects.place(Flag.PRAISE))
                    || (ironic && aspect == Aspects.place(Flag.IRONY));
        }
    }

    /// Reads a tab-separated file with the columns text, kind, polarity, topics and ironic.
    static OwnPosts read(Path file) throws IOException {
        var table = Table.read(file);
        int text = table.column("text");
        int kind = table.column("kind");
        int polarity = table.column("polarity");
        int topics = table.column("topics");
        int ironic = table.column("ironic");
        return new OwnPosts(
                table.rows().stream()
                        .map(row ->
                                new Post(
                                        row.get(text),
                                        row.get(kind),
                                        Corpus.POLARITIES.indexOf(row.get(polarity)),
                                        topics(row.get(topics)),
                                        row.get(ironic).equals("yes")))
                        .toList());
    }

    List<String> texts() {
        return posts.stream().map(Post::text).toList();
    }

    List<Example> polarities() {
        return posts.stream().map(post -> new Example(post.text, post.polarity)).toList();
    }

    List<Example> complaints() {
        return posts.stream()
                .map(post -> new Example(post.text, post.kind.equals("complaint") ? 1 : 0))
                .toList();
    }

    /// Labelled 1 where a post has the topic or flag of this place.
    List<Example> aspect(int place) {
        return posts.stream().map(post -> new Example(post.text, post.has(place) ? 1 : 0)).toList();
    }

    private static Set<Topic> topics(String cell) {
        return cell.equals("-")
                ? Set.of()
                : Arrays.stream(cell.split(",", -1))
                        .map(name -> Topic.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
    }
}
