package firsthour.sentiment.train;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.text.Tokens;
import firsthour.sentiment.train.Corpus.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Trains all weights from a data folder and writes them as two compact files. The same data give
/// the same files.
public final class Training {
    static final int FOLDS = 5;
    private static final long SEED = 7;

    /// Posts of the sets beside the main one count so much less.
    private static final float BESIDE = 0.1f;

    private static final Regression.Settings POLARITY = new Regression.Settings(0.03, 5, 0.7, 80);
    private static final Regression.Settings COMPLAINT = new Regression.Settings(0.1, 2, 0.7, 80);

    private final Corpus corpus;
    private final Tokens tokens = new Tokens();
    private final Features features = new Features(Models.BITS);

    Training(Corpus corpus) {
        this.corpus = corpus;
    }

    /// Reads the data in the first folder named and writes the weights to the second path, those of
    /// the polarity toward a target to `target.bin.gz` beside it.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Name the data folder and the file to write");
        }
        var corpus = new Corpus(Path.of(arguments[0]));
        var file = Path.of(arguments[1]);
        var models = new Training(corpus).train();
        try (var out = Files.newOutputStream(file)) {
            models.write(out);
        }
        new TargetTraining(corpus, models).write(file.resolveSibling("target.bin.gz"));
    }

    Models train() throws IOException {
        var words = new WordLearning(corpus).learn();
        say("The words are learned");
        var tweets = Corpus.shuffled(corpus.polarity("tweeteval", "train"), SEED);
        var slice = tweets.subList(0, tweets.size() / 10);
        var draft = polarity(words, tweets.subList(slice.size(), tweets.size()));
        float temperature = temperature(words, draft, slice);
        say("The polarity's temperature is " + temperature);
        var polarity = polarity(words, tweets);
        say("The polarity is learned");
        var complaints = complaints();
        var line = Calibration.line(complaintOdds(words, polarity), inFolds(complaints));
        var complaint = complaint(words, polarity, complaints);
        say("The complaint is learned");
        return new Models(
                words,
                polarity,
                temperature,
                complaint,
                (float) line.slope(),
                (float) line.shift());
    }

    /// Posts of the classes count so that each class counts alike: macro recall is what is wanted.
    LinearModel polarity(WordScores words, List<Example> tweets) throws IOException {
        var regression = new Regression(3, Models.BITS, WordScores.FIGURES, POLARITY);
        long[] counts = new long[3];
        tweets.forEach(tweet -> counts[tweet.label()]++);
        for (var tweet : tweets) {
            regression.add(
                    read(tweet.text()),
                    figures(words, null),
                    tweet.label(),
                    tweets.size() / 3f / counts[tweet.label()]);
        }
        for (var set : Corpus.BESIDE) {
            for (var example : corpus.polarity(set, "train")) {
                regression.add(read(example.text()), figures(words, null), example.label(), BESIDE);
            }
        }
        return regression.train();
    }

    LinearModel complaint(WordScores words, LinearModel polarity, List<Example> posts) {
        var regression = new Regression(2, Models.BITS, WordScores.FIGURES + 3, COMPLAINT);
        for (var post : posts) {
            int[] ids = read(post.text());
            regression.add(ids, figures(words, polarity), post.label(), 1);
        }
        return regression.train();
    }

    /// The labelled posts about complaints, in an order that does not change.
    List<Example> complaints() throws IOException {
        return Corpus.shuffled(
                Corpus.joined(corpus.complaints("train"), corpus.complaints("dev")), SEED);
    }

    /// The log-odds of a complaint for each post in the order of [#inFolds], by a model that has
    /// not seen its fold.
    List<Double> complaintOdds(WordScores words, LinearModel polarity) throws IOException {
        var posts = complaints();
        var odds = new ArrayList<Double>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var model = complaint(words, polarity, fold(posts, fold, false));
            for (var post : fold(posts, fold, true)) {
                read(post.text());
                double[] logits = model.logits(features, figures(words, polarity));
                odds.add(logits[1] - logits[0]);
            }
        }
        return odds;
    }

    /// The posts in the order in which the folds are predicted.
    static List<Example> inFolds(List<Example> posts) {
        var all = new ArrayList<Example>();
        for (int fold = 0; fold < FOLDS; fold++) {
            all.addAll(fold(posts, fold, true));
        }
        return all;
    }

    private static List<Example> fold(List<Example> posts, int fold, boolean inside) {
        var part = new ArrayList<Example>();
        for (int i = 0; i < posts.size(); i++) {
            if ((i % FOLDS == fold) == inside) {
                part.add(posts.get(i));
            }
        }
        return part;
    }

    private float temperature(WordScores words, LinearModel model, List<Example> slice) {
        var logits = new ArrayList<double[]>();
        for (var post : slice) {
            read(post.text());
            logits.add(model.logits(features, figures(words, null)));
        }
        return (float) Calibration.temperature(logits, slice);
    }

    private int[] read(String text) {
        return features.read(tokens.read(text)).copy();
    }

    /// Figures of the post that was read last.
    ///
    /// @param polarity whose logits are added; null for none
    private float[] figures(WordScores words, @Nullable LinearModel polarity) {
        float[] figures = new float[WordScores.FIGURES + (polarity == null ? 0 : 3)];
        words.read(tokens, features, figures);
        if (polarity != null) {
            double[] logits = polarity.logits(features, figures);
            for (int k = 0; k < 3; k++) {
                figures[WordScores.FIGURES + k] = (float) logits[k];
            }
        }
        return figures;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
