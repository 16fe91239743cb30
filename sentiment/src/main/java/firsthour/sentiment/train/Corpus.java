package firsthour.sentiment.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// The labelled posts of a data folder.
record Corpus(Path folder) {
    static final List<String> POLARITIES = List.of("negative", "neutral", "positive");
    static final List<String> COMPLAINTS = List.of("not_complaint", "complaint");

    /// Where a target is marked by a sign that its name replaces.
    private static final String MARKED_TEXT = "text_with_$T$";

    private static final int UNTOLD = -1;

    private static final Map<String, Integer> STEPS =
            Map.of(
                    "negative",
                    0,
                    "neutral",
                    1,
                    "positive",
                    2,
                    "-2",
                    0,
                    "-1",
                    0,
                    "0",
                    1,
                    "1",
                    2,
                    "2",
                    2);

    /// Sets beside the main one; they help on other domains.
    static final List<String> BESIDE =
            List.of("kaggle", "goemotions", "sst", "uci_amazon_cells", "uci_yelp", "uci_imdb");

    /// Sets of which the texts alone are used.
    static final List<String> WITHOUT_LABELS =
            List.of(
                    "tone/emoji",
                    "tone/offensive",
                    "tone/hate",
                    "tone/irony",
                    "tone/emotion",
                    "target/brand_emotion",
                    "target/semeval_topic_5point");

    /// A labelled post.
    ///
    /// @param label its place in the list of labels
    record Example(String text, int label) {}

    /// A post that names a target.
    ///
    /// @param label of what it says of the target: its place in [#POLARITIES]
    record Targeted(String text, String target, int label) {}

    /// @param preference 1 where the one is better, -1 where the other is, 0 where neither is said
    record Compared(String text, String one, String other, int preference) {}

    List<Example> polarity(String set, String split) throws IOException {
        return read("polarity/" + set + "." + split + ".tsv", POLARITIES);
    }

    List<Example> complaints(String split) throws IOException {
        return read("complaint/complaints." + split + ".tsv", COMPLAINTS);
    }

    /// Texts of posts for training, without their labels.
    ///
    /// @param set one of [#WITHOUT_LABELS]
    List<String> texts(String set) throws IOException {
        var table = Table.read(folder.resolve(set + ".train.tsv"));
        int text = table.column("text");
        return table.rows().stream().map(row -> row.get(text)).toList();
    }

    /// Posts with what they say of a target that they name. What people could not tell is left out;
    /// of five steps the two at each end are one.
    List<Targeted> targets(String set, String split) throws IOException {
        var table = Table.read(folder.resolve("target/" + set + "." + split + ".tsv"));
        boolean marked = table.headings().contains(MARKED_TEXT);
        int text = table.column(marked ? MARKED_TEXT : "text");
        int target = table.column("target");
        int label = table.column("label");
        return table.rows().stream()
                .map(row ->
                        new Targeted(
                                row.get(text).replace("$T$", row.get(target)),
                                row.get(target),
                                STEPS.getOrDefault(row.get(label), UNTOLD)))
                .filter(post -> post.label != UNTOLD)
                .toList();
    }

    /// Sentences with two things in them, and whether one is said to be better than the other.
    List<Compared> compared() throws IOException {
        var table = Table.read(folder.resolve("target/compsent19.train.tsv"));
        int label = table.column("label_a_vs_b");
        int one = table.column("object_a");
        int other = table.column("object_b");
        int text = table.column("text");
        return table.rows().stream()
                .map(row ->
                        new Compared(
                                row.get(text),
                                row.get(one),
                                row.get(other),
                                switch (row.get(label)) {
                                    case "BETTER" -> 1;
                                    case "WORSE" -> -1;
                                    default -> 0;
                                }))
                .toList();
    }

    /// Posts that are labelled 1 where they are ironic.
    List<Example> ironies() throws IOException {
        return read("tone/irony.train.tsv", List.of("non_irony", "irony"));
    }

    /// Foreign posts of one language.
    List<Example> foreign(String language, String split) throws IOException {
        return read("language/" + language + "." + split + ".tsv", POLARITIES);
    }

    Path lexicon(String file) {
        return folder.resolve("lexicons").resolve(file);
    }

    /// The same order for the same seed.
    static <T> List<T> shuffled(List<T> all, long seed) {
        var copy = new ArrayList<>(all);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private List<Example> read(String file, List<String> labels) throws IOException {
        var table = Table.read(folder.resolve(file));
        int text = table.column("text");
        int label = table.column("label");
        return table.rows().stream()
                .filter(row -> labels.contains(row.get(label)))
                .map(row -> new Example(row.get(text), labels.indexOf(row.get(label))))
                .toList();
    }
}
