package firsthour.sentiment.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// The labelled posts of a data folder.
record Corpus(Path folder) {
    static final List<String> POLARITIES = List.of("negative", "neutral", "positive");
    static final List<String> COMPLAINTS = List.of("not_complaint", "complaint");

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
