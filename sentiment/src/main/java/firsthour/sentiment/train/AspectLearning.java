package firsthour.sentiment.train;

import firsthour.sentiment.Flag;
import firsthour.sentiment.linear.Aspects;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.train.Corpus.Example;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Learns topics and flags: a teacher for each learns from our own posts and says what it thinks of
/// many others; one small model learns all of them.
final class AspectLearning {
    private static final Perceptron.Settings PERCEPTRON = new Perceptron.Settings(48, 0.4f, 20);
    private static final Descent.Settings BY_LABELS = new Descent.Settings(3, 0.7, 0.1f, 0.005f, 5);
    private static final Descent.Settings BY_TEACHERS = new Descent.Settings(5, 0, 0.01f, 0.05f, 6);

    private static final float TRUST = 0.5f;
    private static final float OWN = 20;
    private static final float POOL = 0.3f;

    /// A label that a set beside gives counts so much less than one of our own.
    private static final float BESIDE = 0.2f;

    private final Readings readings;
    private final WordScores words;
    private final OwnPosts own;
    private final List<Example> ironies;

    /// @param ironies posts that are labelled 1 where they are ironic
    AspectLearning(Readings readings, WordScores words, OwnPosts own, List<Example> ironies) {
        this.readings = readings;
        this.words = words;
        this.own = own;
        this.ironies = ironies;
    }

    /// @param pool posts of which only the teachers speak
    LinearModel learn(Collection<String> pool) {
        var teachers = IntStream.range(0, Aspects.COUNT).mapToObj(this::teacher).toList();
        var rows = new Rows(Aspects.COUNT, Models.BITS, WordScores.FIGURES);
        var reader = new Reader(words);
        for (int i = 0; i < own.posts().size(); i++) {
            var post = own.posts().get(i);
            float[] target = new float[Aspects.COUNT];
            for (int a = 0; a < target.length; a++) {
                double said = teachers.get(a).sayUnseen(post.text(), i)[1];
                target[a] = TRUST * (float) said + (post.has(a) ? 1 - TRUST : 0);
            }
            var read = reader.read(post.text());
            rows.add(read.features, read.figures, target, OWN);
        }
        var targets = pool.parallelStream().map(text -> targets(teachers, text)).toList();
        int next = 0;
        for (var text : pool) {
            var read = reader.read(text);
            rows.add(read.features, read.figures, targets.get(next++), POOL);
        }
        return Descent.trainEach(rows, BY_TEACHERS);
    }

    private Teacher teacher(int aspect) {
        boolean irony = aspect == Aspects.place(Flag.IRONY);
        return Teacher.learn(
                readings,
                words,
                new Teacher.Lessons(
                        own.aspect(aspect), List.of(1f, 1f), irony ? ironies : List.of(), BESIDE),
                PERCEPTRON,
                BY_LABELS);
    }

    private static float[] targets(List<Teacher> teachers, String text) {
        float[] target = new float[teachers.size()];
        for (int a = 0; a < target.length; a++) {
            target[a] = (float) teachers.get(a).say(text)[1];
        }
        return target;
    }
}
