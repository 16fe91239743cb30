package firsthour.sentiment.cues;

import firsthour.sentiment.Topic;
import java.util.ArrayList;
import java.util.List;

/// Which topics a post has.
final class Topics {
    /// What the words of a topic must reach where the post wants something or takes a side.
    private static final double ENOUGH = 1;

    /// What they must reach in posts that only name things.
    private static final double ENOUGH_IN_PASSING = 2;

    /// Of the strongest topic's strength.
    private static final double FAINT = 0.3;

    /// By which words of danger weigh more than others when topics compete.
    private static final double DANGER = 2;

    private static final int MOST = 3;

    private static final Topic[] ALL = Topic.values();

    private Topics() {}

    /// At most [#MOST], the strongest, in the order of their names; one whose words are faint
    /// beside those of another is left out, danger never.
    ///
    /// @param engaged whether the post wants something of the brand or takes a side
    static List<Topic> of(Seen seen, boolean engaged) {
        double enough =
                Math.max(
                        engaged ? ENOUGH : ENOUGH_IN_PASSING,
                        FAINT * strength(seen, strongest(seen)));
        var topics = new ArrayList<Topic>(ALL.length);
        for (var topic : ALL) {
            double strength = seen.strength(topic);
            if (strength >= enough || (topic == Topic.SAFETY && strength >= ENOUGH)) {
                topics.add(topic);
            }
        }
        while (topics.size() > MOST) {
            topics.remove(weakest(seen, topics));
        }
        if (topics.isEmpty() && engaged) {
            topics.add(strongest(seen));
        }
        return topics;
    }

    private static Topic weakest(Seen seen, List<Topic> topics) {
        var weakest = topics.getFirst();
        for (var topic : topics) {
            if (strength(seen, topic) < strength(seen, weakest)) {
                weakest = topic;
            }
        }
        return weakest;
    }

    private static double strength(Seen seen, Topic topic) {
        return topic == Topic.SAFETY ? DANGER * seen.strength(topic) : seen.strength(topic);
    }

    /// The topic of which something was seen; else one that none of them covers.
    private static Topic strongest(Seen seen) {
        var strongest = Topic.OTHER;
        double strength = 0;
        for (var topic : ALL) {
            if (seen.strength(topic) > strength) {
                strongest = topic;
                strength = seen.strength(topic);
            }
        }
        return strongest;
    }
}
