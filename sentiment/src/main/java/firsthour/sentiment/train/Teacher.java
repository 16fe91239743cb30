package firsthour.sentiment.train;

import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.train.Corpus.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Judges better than what is trained here, and far too slowly: perceptrons over what the language
/// models make of a post, and regressions over its words, each from all labelled posts but a part.
/// What it says of posts with and without labels is what the small models learn (Hinton, Vinyals
/// and Dean, 2015).
final class Teacher {
    /// Of a labelled post only those speak that have not seen its label.
    static final int PARTS = 4;

    /// Of the perceptrons in what is said; the regressions have the rest.
    private static final double SHARE = 0.6;

    private final Readings readings;
    private final ThreadLocal<Reader> readers;
    private final List<Half> parts;

    /// Asked once: it takes long.
    private final Map<String, double[]> said = new ConcurrentHashMap<>();

    /// The two that have learned from the same posts.
    private record Half(Perceptron perceptron, LinearModel regression) {}

    /// What is learned from.
    ///
    /// @param posts whose labels are what is wanted
    /// @param weights how much the posts of each label count
    /// @param beside posts whose labels are only like those that are wanted
    /// @param besideWeight how much each of these counts
    record Lessons(
            List<Example> posts, List<Float> weights, List<Example> beside, float besideWeight) {
        int classes() {
            return weights.size();
        }
    }

    private Teacher(Readings readings, WordScores words, List<Half> parts) {
        this.readings = readings;
        this.readers = ThreadLocal.withInitial(() -> new Reader(words));
        this.parts = parts;
    }

    static Teacher learn(
            Readings readings,
            WordScores words,
            Lessons lessons,
            Perceptron.Settings perceptron,
            Descent.Settings regression) {
        var parts =
                IntStream.range(0, PARTS)
                        .parallel()
                        .mapToObj(part -> {
                            // A reader of its own: each belongs to one thread.
                            var reader = new Reader(words);
                            return new Half(
                                    perceptron(readings, lessons, part, perceptron),
                                    regression(reader, lessons, part, regression));
                        })
                        .toList();
        return new Teacher(readings, words, parts);
    }

    /// Probabilities for one of the posts that were learned from, by those that have not seen it.
    ///
    /// @param place of the post in the lessons
    double[] sayUnseen(String text, int place) {
        return say(text, parts.get(place % PARTS));
    }

    /// Probabilities for any other post: what all say, on average.
    double[] say(String text) {
        return said.computeIfAbsent(text, this::ask);
    }

    private double[] ask(String text) {
        double[] sums = new double[0];
        for (var part : parts) {
            double[] shares = say(text, part);
            if (sums.length == 0) {
                sums = new double[shares.length];
            }
            for (int k = 0; k < shares.length; k++) {
                sums[k] += shares[k] / PARTS;
            }
        }
        return sums;
    }

    private double[] say(String text, Half half) {
        double[] first = half.perceptron.say(readings.get(text));
        var reader = readers.get();
        double[] second = Models.softmax(reader.say(half.regression, reader.read(text)), 1);
        double[] both = new double[first.length];
        for (int k = 0; k < both.length; k++) {
            both[k] = SHARE * Math.log(first[k] + 1e-9) + (1 - SHARE) * Math.log(second[k] + 1e-9);
        }
        return Models.softmax(both, 1);
    }

    private static Perceptron perceptron(
            Readings readings, Lessons lessons, int part, Perceptron.Settings settings) {
        var inputs = new ArrayList<float[]>();
        var labels = new ArrayList<Integer>();
        var weights = new ArrayList<Float>();
        for (int i = 0; i < lessons.posts.size(); i++) {
            if (i % PARTS != part) {
                var post = lessons.posts.get(i);
                inputs.add(readings.get(post.text()));
                labels.add(post.label());
                weights.add(lessons.weights.get(post.label()));
            }
        }
        for (var post : lessons.beside) {
            inputs.add(readings.get(post.text()));
            labels.add(post.label());
            weights.add(lessons.besideWeight);
        }
        var rows = new Perceptron.Rows(inputs, labels, weights);
        return Perceptron.learn(rows, lessons.classes(), settings, part + 1L);
    }

    private static LinearModel regression(
            Reader reader, Lessons lessons, int part, Descent.Settings settings) {
        var rows = new Rows(lessons.classes(), Models.BITS, WordScores.FIGURES);
        for (int i = 0; i < lessons.posts.size(); i++) {
            if (i % PARTS != part) {
                var post = lessons.posts.get(i);
                var read = reader.read(post.text());
                float weight = lessons.weights.get(post.label());
                rows.add(read.features, read.figures, post.label(), weight);
            }
        }
        return Descent.train(rows, settings);
    }
}
