package firsthour.sentiment.train;

import firsthour.sentiment.Polarity;
import firsthour.sentiment.Subject;
import firsthour.sentiment.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Posts about brands that a person labelled with kind, polarity toward the brand, topics, severity
/// and cues.
record LabelledPosts(List<Post> posts) {
    /// What one person said of one post.
    ///
    /// @param brand empty where the file does not tell it
    /// @param text empty where the file does not tell it
    /// @param kind complaint, question, praise or other
    /// @param severity 0 for nothing to do to 4 for the gravest
    record Post(
            String id,
            String brand,
            String text,
            String kind,
            Polarity polarity,
            Set<Topic> topics,
            int severity,
            Set<String> cues) {

        Subject subject() {
            return new Subject(
                    text, Optional.of(brand), Optional.empty(), OptionalInt.empty(), Map.of());
        }
    }

    /// Reads a tab-separated file with the columns id, kind, polarity, topics, severity, cues, and
    /// brand and text where it has them.
    static LabelledPosts read(Path file) throws IOException {
        var table = Table.read(file);
        return new LabelledPosts(table.rows().stream().map(row -> post(table, row)).toList());
    }

    /// The same posts as another list holds, in its order.
    LabelledPosts inOrderOf(LabelledPosts other) {
        var byId = posts.stream().collect(Collectors.toMap(Post::id, post -> post));
        return new LabelledPosts(
                other.posts.stream().map(post -> post(byId.get(post.id()), post.id())).toList());
    }

    private static Post post(@Nullable Post found, String id) {
        if (found == null) {
            throw new IllegalArgumentException("The second file has no labels for post " + id);
        }
        return found;
    }

    private static Post post(Table table, List<String> row) {
        return new Post(
                cell(table, row, "id"),
                cell(table, row, "brand"),
                cell(table, row, "text"),
                cell(table, row, "kind"),
                Polarity.valueOf(cell(table, row, "polarity").toUpperCase(Locale.ROOT)),
                topics(cell(table, row, "topics")),
                Integer.parseInt(cell(table, row, "severity")),
                Set.copyOf(Arrays.asList(cell(table, row, "cues").split(",", -1))));
    }

    private static String cell(Table table, List<String> row, String heading) {
        boolean optional = heading.equals("brand") || heading.equals("text");
        return optional && !table.headings().contains(heading)
                ? ""
                : row.get(table.column(heading));
    }

    private static Set<Topic> topics(String cell) {
        var topics = EnumSet.noneOf(Topic.class);
        if (!cell.equals("-")) {
            for (var name : cell.split(",", -1)) {
                topics.add(Topic.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            }
        }
        return topics;
    }
}
