package firsthour.sentiment.train;

import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.network.Network;
import firsthour.sentiment.train.Corpus.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Trains all weights from a data folder and writes them as two compact files. The same data give
/// the same files.
public final class Training {
    static final int FOLDS = 5;
    private static final long SEED = 7;

    /// Posts of the sets beside the main one count so much less for the teacher.
    private static final float BESIDE = 0.1f;

    private static final float TRUST = 0.6f;
    private static final float POLARITY_POOL = 0.5f;
    private static final float COMPLAINT_POOL = 0.2f;

    /// Labelled complaints are few beside the pool.
    private static final float COMPLAINT = 20;

    private static final Perceptron.Settings POLARITY_PERCEPTRON =
            new Perceptron.Settings(256, 0.3f, 8);
    private static final Perceptron.Settings COMPLAINT_PERCEPTRON =
            new Perceptron.Settings(64, 0.5f, 15);

    /// Of a teacher: labels alone are few, so the steps are short.
    private static final Descent.Settings BY_LABELS = new Descent.Settings(5, 0.7, 0.1f, 0.005f, 5);

    private static final Descent.Settings BY_TEACHER =
            new Descent.Settings(5, 0.7, 0.01f, 0.05f, 6);

    private static final NetworkLearning.Settings NETWORK =
            new NetworkLearning.Settings(100, 128, 0.05f, 0.02f, 0.2f, 5);

    /// Our own posts count for as many of the others.
    private static final float OWN = 2;

    /// Posts from which topics and flags are learned: every so manieth of the pool.
    private static final int EVERY = 3;

    private final Corpus corpus;
    private final OwnPosts own;
    private final Readings readings;

    private Training(Corpus corpus, OwnPosts own, Readings readings) {
        this.corpus = corpus;
        this.own = own;
        this.readings = readings;
    }

    /// Reads the data in the first folder named and our own posts in the second file, and writes
    /// the weights to the third, those of the polarity toward a brand to `target.bin.gz` beside it;
    /// what the language models read is kept in the fourth.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "Name the data folder, the file of our own posts, the file to write, and one for"
                            + " what was read");
        }
        var corpus = new Corpus(Path.of(arguments[0]));
        var own = OwnPosts.read(Path.of(arguments[1]));
        var file = Path.of(arguments[2]);
        var models = new Training(corpus, own, new Readings(Path.of(arguments[3]))).train();
        try (var out = Files.newOutputStream(file)) {
            models.write(out);
        }
        new TargetTraining(corpus, models).write(file.resolveSibling("target.bin.gz"));
        say("The polarity toward a brand is learned");
    }

    private Models train() throws IOException {
        var words = new WordLearning(corpus).learn();
        say("The words are learned");
        var tweets = Corpus.shuffled(corpus.polarity("tweeteval", "train"), SEED);
        var beside = new ArrayList<Example>();
        for (var set : Corpus.BESIDE) {
            beside.addAll(corpus.polarity(set, "train"));
        }
        var complaints =
                Corpus.shuffled(
                        Corpus.joined(corpus.complaints("train"), corpus.complaints("dev")), SEED);
        var pool = pool(tweets, beside);
        readings.read(texts(tweets));
        readings.read(texts(complaints));
        readings.read(own.texts());
        readings.read(pool);
        say("The language models have read " + (pool.size() + tweets.size()) + " posts");

        var teacher = polarityTeacher(words, tweets, beside);
        say("The polarity's teacher is ready");
        pool.addAll(texts(complaints));
        var slice = tweets.subList(0, tweets.size() / 10);
        var others = polarity(teacher, tweets, slice.size(), pool);
        var network = NetworkLearning.learn(wordVectors(tweets, pool), others, NETWORK);
        say("The network is learned");
        var draft = others.learn(words, null, BY_TEACHER);
        var shares = shares(new Reader(words), draft, network, slice);
        say("Of the polarity's logits there counts " + shares);
        var polarity = polarity(teacher, tweets, 0, pool).learn(words, null, BY_TEACHER);
        say("The polarity is learned");

        pool.removeAll(Set.copyOf(texts(complaints)));
        pool.addAll(texts(tweets));
        var line = complaintLine(words, polarity, complaints, pool);
        var complaint = complaint(words, polarity, complaints, pool);
        say("The complaint is learned");
        pool.addAll(texts(complaints));
        var aspects = aspects(words, pool);
        say("Topics and flags are learned");
        return new Models(
                words,
                polarity,
                network,
                (float) shares.first(),
                (float) shares.second(),
                complaint,
                (float) line.slope(),
                (float) line.shift(),
                aspects);
    }

    private LinearModel aspects(WordScores words, Set<String> pool) throws IOException {
        var ironies = corpus.ironies();
        readings.read(texts(ironies));
        var some = new ArrayList<String>();
        int next = 0;
        for (var text : pool) {
            if (next++ % EVERY == 0) {
                some.add(text);
            }
        }
        return new AspectLearning(readings, words, own, ironies).learn(some);
    }

    /// Posts that are used without their labels, none of them twice.
    private Set<String> pool(List<Example> tweets, List<Example> beside) throws IOException {
        var pool = new LinkedHashSet<String>(texts(beside));
        for (var set : Corpus.WITHOUT_LABELS) {
            pool.addAll(corpus.texts(set));
        }
        pool.removeAll(Set.copyOf(texts(tweets)));
        return pool;
    }

    /// Posts of each class count so that each class counts alike: macro recall is what is wanted.
    private Teacher polarityTeacher(WordScores words, List<Example> tweets, List<Example> beside) {
        return Teacher.learn(
                readings,
                words,
                new Teacher.Lessons(
                        Corpus.joined(tweets, own.polarities()), balance(tweets), beside, BESIDE),
                POLARITY_PERCEPTRON,
                BY_LABELS);
    }

    /// @param from leaves out the tweets before this one
    private Taught polarity(Teacher teacher, List<Example> tweets, int from, Set<String> pool) {
        var balance = balance(tweets);
        var taught = new Taught(balance.size());
        for (int i = from; i < tweets.size(); i++) {
            var tweet = tweets.get(i);
            double[] said = teacher.sayUnseen(tweet.text(), i);
            taught.add(tweet, said, TRUST, balance.get(tweet.label()), 1);
        }
        var ours = own.polarities();
        for (int i = 0; i < ours.size(); i++) {
            double[] said = teacher.sayUnseen(ours.get(i).text(), tweets.size() + i);
            taught.add(ours.get(i), said, TRUST, 1, OWN);
        }
        taught.addAll(pool, teacher, POLARITY_POOL);
        return taught;
    }

    private WordVectors wordVectors(List<Example> tweets, Set<String> pool) throws IOException {
        var all = new ArrayList<String>(texts(tweets));
        all.addAll(pool);
        return WordVectors.of(all, readings, NETWORK.dimensions());
    }

    /// Found on tweets from which neither model has learned. The network is kept as it is; the
    /// regression, which is quickly learned, learns from these as well.
    private static Calibration.Shares shares(
            Reader reader, LinearModel draft, Network network, List<Example> slice) {
        var first = new ArrayList<double[]>();
        var second = new ArrayList<double[]>();
        for (var post : slice) {
            first.add(reader.say(draft, reader.read(post.text())));
            second.add(reader.say(network));
        }
        return Calibration.shares(first, second, slice);
    }

    private LinearModel complaint(
            WordScores words, LinearModel polarity, List<Example> posts, Set<String> pool) {
        var all = Corpus.joined(posts, own.complaints());
        var teacher =
                Teacher.learn(
                        readings,
                        words,
                        new Teacher.Lessons(all, List.of(1f, 1f), List.of(), 0),
                        COMPLAINT_PERCEPTRON,
                        BY_LABELS);
        var taught = new Taught(2);
        for (int i = 0; i < all.size(); i++) {
            double[] said = teacher.sayUnseen(all.get(i).text(), i);
            taught.add(all.get(i), said, TRUST, 1, COMPLAINT);
        }
        taught.addAll(pool, teacher, COMPLAINT_POOL);
        return taught.learn(words, polarity, BY_TEACHER);
    }

    /// Calibrates by posts that neither the model nor its teacher has seen, and prints how good it
    /// is on them.
    private Calibration.Line complaintLine(
            WordScores words, LinearModel polarity, List<Example> posts, Set<String> pool) {
        var unseen = new ArrayList<Example>();
        var odds = new ArrayList<Double>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var model = complaint(words, polarity, fold(posts, fold, false), pool);
            var reader = new Reader(words);
            for (var post : fold(posts, fold, true)) {
                double[] logits = reader.say(model, reader.read(post.text(), polarity));
                unseen.add(post);
                odds.add(logits[1] - logits[0]);
            }
        }
        var line = Calibration.line(odds, unseen);
        var figures = Figures.of(unseen, odds.stream().map(line::shares).toList());
        say("Complaints in " + FOLDS + " folds: " + figures.row());
        return line;
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

    private static List<Float> balance(List<Example> posts) {
        long[] counts = new long[Corpus.POLARITIES.size()];
        posts.forEach(post -> counts[post.label()]++);
        var balance = new ArrayList<Float>();
        for (long count : counts) {
            balance.add(posts.size() / (float) counts.length / count);
        }
        return balance;
    }

    private static List<String> texts(List<Example> posts) {
        return posts.stream().map(Example::text).toList();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
