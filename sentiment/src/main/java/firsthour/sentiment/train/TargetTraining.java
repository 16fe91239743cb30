package firsthour.sentiment.train;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.toward.Surroundings;
import firsthour.sentiment.toward.TargetModel;
import firsthour.sentiment.train.Corpus.Example;
import firsthour.sentiment.train.Corpus.Targeted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Trains the polarity toward a target, on top of models that judge whole posts.
final class TargetTraining {
    /// The sets that are learned, with equal weight, and how far rare classes are made up for in
    /// each: between counting each post alike (0) and each class alike (1).
    private static final SequencedMap<String, Double> SETS = sets();

    /// Reviews without neutral ones, which help on other domains; each counts so much less.
    private static final String REVIEWS = "tsa_md";

    private static final float BESIDE = 0.1f;

    private static final long SEED = 7;
    private static final Regression.Settings SETTINGS = new Regression.Settings(0.02, 2, 1, 80);

    /// How much more than its share a post counts at most.
    private static final double MOST = 4;

    private static SequencedMap<String, Double> sets() {
        var sets = new LinkedHashMap<String, Double>();
        sets.put("acl14", 0.7);
        sets.put("brand_emotion", 1.0);
        return Collections.unmodifiableSequencedMap(sets);
    }

    private final Corpus corpus;
    private final Models models;
    private final Models.Desk desk = new Models.Desk();
    private final Surroundings around = new Surroundings();
    private final Features features = new Features(Surroundings.BITS);

    TargetTraining(Corpus corpus, Models models) {
        this.corpus = corpus;
        this.models = models;
    }

    /// A post as the model sees it. Where the target was not found there is nothing to see, and the
    /// logits are those of the whole post.
    private static final class Row {
        final Targeted post;
        final boolean found;
        final int[] features;
        final float[] figures;
        final double[] whole;

        Row(Targeted post, boolean found, int[] features, float[] figures, double[] whole) {
            this.post = post;
            this.found = found;
            this.features = features;
            this.figures = figures;
            this.whole = whole;
        }
    }

    /// What is said of posts by models that had not seen them.
    ///
    /// @param logits of the target's model, of the whole post where the target was not found
    /// @param whole logits of the whole post
    record HeldOut(List<Example> posts, List<double[]> logits, List<double[]> whole) {}

    /// Writes the weights that are learned from all posts, with the temperature that fits what was
    /// held out.
    void write(Path file) throws IOException {
        var posts = new ArrayList<Example>();
        var logits = new ArrayList<double[]>();
        for (var heldOut : heldOut().values()) {
            posts.addAll(heldOut.posts);
            logits.addAll(heldOut.logits);
        }
        float temperature = (float) Calibration.temperature(logits, posts);
        var sets = new LinkedHashMap<String, List<Row>>();
        for (var set : SETS.keySet()) {
            sets.put(set, read(set));
        }
        try (var out = Files.newOutputStream(file)) {
            new TargetModel(train(sets), temperature).write(out);
        }
        System.out.println("The target's temperature is " + temperature);
    }

    /// By five folds, in which no text is on both sides.
    Map<String, HeldOut> heldOut() throws IOException {
        var folds = new LinkedHashMap<String, List<List<Row>>>();
        var heldOut = new LinkedHashMap<String, HeldOut>();
        for (var set : SETS.keySet()) {
            folds.put(set, folds(read(set)));
            heldOut.put(set, new HeldOut(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        for (int fold = 0; fold < Training.FOLDS; fold++) {
            int out = fold;
            var learned = new LinkedHashMap<String, List<Row>>();
            folds.forEach((set, parts) -> learned.put(set, without(parts, out)));
            var model = train(learned);
            heldOut.forEach((set, said) ->
                    folds.getOrDefault(set, List.of())
                            .get(out)
                            .forEach(row -> judge(model, row, said)));
        }
        return heldOut;
    }

    private void judge(LinearModel model, Row row, HeldOut to) {
        features.clear();
        Arrays.stream(row.features).forEach(features::add);
        to.posts.add(new Example(row.post.text(), row.post.label()));
        to.logits.add(row.found ? model.logits(features, row.figures) : row.whole);
        to.whole.add(row.whole);
    }

    private LinearModel train(Map<String, List<Row>> sets) throws IOException {
        var all = new Rows(3, Surroundings.BITS, Surroundings.FIGURES);
        sets.forEach((set, rows) -> {
            long[] counts = new long[3];
            rows.forEach(row -> counts[row.post.label()]++);
            double balance = SETS.getOrDefault(set, 0.0);
            for (var row : rows) {
                double share = Math.min(MOST, rows.size() / 3.0 / counts[row.post.label()]);
                if (row.found) {
                    float weight = (float) Math.pow(share, balance);
                    all.add(row.features, row.figures, row.post.label(), weight);
                }
            }
        });
        for (var row : read(REVIEWS)) {
            all.add(row.features, row.figures, row.post.label(), BESIDE);
        }
        return Regression.train(all, SETTINGS);
    }

    private List<Row> read(String set) throws IOException {
        return corpus.targets(set, "train").stream().map(this::read).toList();
    }

    private Row read(Targeted post) {
        models.say(post.text(), desk);
        boolean found = around.read(post.text(), post.target(), models, desk);
        return new Row(
                post,
                found,
                found ? around.features().copy() : new int[0],
                found ? around.figures().clone() : new float[0],
                whole());
    }

    private double[] whole() {
        return IntStream.range(0, 3)
                .mapToDouble(k -> desk.figures()[WordScores.FIGURES + k])
                .toArray();
    }

    /// Posts with the same letters stay together; each fold gets its share of each label.
    private static List<List<Row>> folds(List<Row> rows) {
        var byText = new TreeMap<String, List<Row>>();
        rows.forEach(row ->
                byText.computeIfAbsent(letters(row.post.text()), _ -> new ArrayList<>()).add(row));
        var groups = new ArrayList<>(byText.values());
        Collections.shuffle(groups, new Random(SEED));
        groups.sort(Comparator.comparingInt(group -> group.getFirst().post.label()));
        var folds = new ArrayList<List<Row>>();
        for (int fold = 0; fold < Training.FOLDS; fold++) {
            folds.add(new ArrayList<>());
        }
        for (int i = 0; i < groups.size(); i++) {
            folds.get(i % Training.FOLDS).addAll(groups.get(i));
        }
        return folds;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }

    private static List<Row> without(List<List<Row>> folds, int out) {
        return IntStream.range(0, folds.size())
                .filter(fold -> fold != out)
                .mapToObj(folds::get)
                .flatMap(List::stream)
                .toList();
    }
}
