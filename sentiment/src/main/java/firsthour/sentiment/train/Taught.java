package firsthour.sentiment.train;

import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.train.Corpus.Example;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Posts with what a small model is to say of them: its teacher's word, and the label where there
/// is one.
final class Taught {
    private final int classes;
    private final List<Lesson> lessons = new ArrayList<>();

    /// A post and what is to be said of it.
    static final class Lesson {
        final String text;
        final float[] target;
        final float weight;

        Lesson(String text, float[] target, float weight) {
            this.text = text;
            this.target = target;
            this.weight = weight;
        }
    }

    Taught(int classes) {
        this.classes = classes;
    }

    int classes() {
        return classes;
    }

    List<Lesson> lessons() {
        return Collections.unmodifiableList(lessons);
    }

    /// Adds a labelled post.
    ///
    /// @param said by the teacher
    /// @param trust in the teacher, 0 to 1; the rest is the label's
    /// @param labelWeight how much the label counts
    /// @param weight of the post
    void add(Example post, double[] said, float trust, float labelWeight, float weight) {
        float both = trust + (1 - trust) * labelWeight;
        float[] target = new float[classes];
        for (int k = 0; k < classes; k++) {
            float label = k == post.label() ? (1 - trust) * labelWeight : 0;
            target[k] = (trust * (float) said[k] + label) / both;
        }
        lessons.add(new Lesson(post.text(), target, both * weight));
    }

    /// Adds posts of which only the teacher speaks.
    void addAll(Collection<String> texts, Teacher teacher, float weight) {
        // Asked by several threads first: it takes long.
        texts.parallelStream().forEach(teacher::say);
        for (var text : texts) {
            double[] said = teacher.say(text);
            float[] target = new float[classes];
            for (int k = 0; k < classes; k++) {
                target[k] = (float) said[k];
            }
            lessons.add(new Lesson(text, target, weight));
        }
    }

    /// Trains a small model.
    ///
    /// @param polarity whose word is added to the figures; null for none
    LinearModel learn(WordScores words, @Nullable LinearModel polarity, Descent.Settings settings) {
        var reader = new Reader(words);
        int figures = WordScores.FIGURES + (polarity == null ? 0 : 3);
        var rows = new Rows(classes, Models.BITS, figures);
        for (var lesson : lessons) {
            var read =
                    polarity == null
                            ? reader.read(lesson.text)
                            : reader.read(lesson.text, polarity);
            rows.add(read.features, read.figures, lesson.target, lesson.weight);
        }
        return Descent.train(rows, settings);
    }
}
