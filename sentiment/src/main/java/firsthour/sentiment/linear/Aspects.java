package firsthour.sentiment.linear;

import firsthour.sentiment.Flag;
import firsthour.sentiment.Topic;
import java.util.List;

/// How sure a model is of each topic and of each flag; they do not exclude each other.
public final class Aspects {
    private static final List<Topic> TOPICS = List.of(Topic.values());
    private static final List<Flag> FLAGS = List.of(Flag.values());

    /// Topics and flags together.
    public static final int COUNT = TOPICS.size() + FLAGS.size();

    private final double[] shares = new double[COUNT];

    /// Where a topic stands among all.
    public static int place(Topic topic) {
        return TOPICS.indexOf(topic);
    }

    /// Where a flag stands among all.
    public static int place(Flag flag) {
        return TOPICS.size() + FLAGS.indexOf(flag);
    }

    /// Probability of a topic, 0 to 1.
    public double of(Topic topic) {
        return shares[place(topic)];
    }

    /// Probability of a flag, 0 to 1.
    public double of(Flag flag) {
        return shares[place(flag)];
    }

    /// Takes what a model says.
    ///
    /// @param logits of all, in their places
    public void set(double[] logits) {
        for (int i = 0; i < COUNT; i++) {
            shares[i] = 1 / (1 + Math.exp(-logits[i]));
        }
    }
}
