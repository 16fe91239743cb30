package firsthour.sentiment.cues;

import firsthour.sentiment.Topic;
import firsthour.sentiment.linear.Aspects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which topics a post has: what a model is sure of, and what words tell of which it is not sure
/// that it is not so.
final class Topics {
    /// What a brand's own word counts: it stands for its topic whatever the model thinks, and
    /// whatever other words speak against it.
    static final float OWN_WORD = 100;

    /// No other words come near this, for or against.
    private static final double CERTAIN = 50;

    /// From here on the model alone decides.
    private static final double SURE = 0.5;

    /// From here on words that need company have it.
    private static final double LIKELY = 0.2;

    /// Below this, words do not decide.
    private static final double DOUBTED = 0.05;

    /// What the words of a topic must reach where the post wants something or takes a side.
    private static final double ENOUGH = 1;

    /// What they must reach in posts that only name things.
    private static final double ENOUGH_IN_PASSING = 2;

    /// What words have that need company.
    private static final double SOME = 0.5;

    private static final int MOST = 3;

    private static final Topic[] ALL = Topic.values();

    private Topics() {}

    /// At most [#MOST], the surest, in the order of their names.
    ///
    /// @param engaged whether the post wants something of the brand or takes a side
    static List<Topic> of(Seen seen, Aspects aspects, boolean engaged) {
        double enough = engaged ? ENOUGH : ENOUGH_IN_PASSING;
        var topics = new ArrayList<Topic>(ALL.length);
        for (var topic : ALL) {
            if (applies(seen.strength(topic), aspects.of(topic), enough)) {
                topics.add(topic);
            }
        }
        while (topics.size() > MOST) {
            topics.remove(topics.stream().min(bySureness(seen, aspects)).orElseThrow());
        }
        if (topics.isEmpty() && engaged) {
            topics.add(surest(aspects));
        }
        return topics;
    }

    private static boolean applies(double strength, double sure, double enough) {
        return strength >= CERTAIN
                || sure >= SURE
                || (strength >= enough && sure >= DOUBTED)
                || (strength >= SOME && sure >= LIKELY);
    }

    private static Comparator<Topic> bySureness(Seen seen, Aspects aspects) {
        return Comparator.comparingDouble(
                topic -> seen.strength(topic) >= CERTAIN ? 1 : aspects.of(topic));
    }

    /// The one that the model has in mind; else one that none of them covers.
    private static Topic surest(Aspects aspects) {
        var surest = Topic.OTHER;
        for (var topic : ALL) {
            if (aspects.of(topic) > Math.max(aspects.of(surest), DOUBTED)) {
                surest = topic;
            }
        }
        return surest;
    }
}
