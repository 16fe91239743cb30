package firsthour.sentiment.cues;

import firsthour.sentiment.Topic;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The numbers by which topics and signs stand in flat arrays: topics first, without gaps.
final class Targets {
    private static final Map<Topic, Integer> TOPICS = new EnumMap<>(Topic.class);
    private static final Map<Sign, Integer> SIGNS = new EnumMap<>(Sign.class);

    static {
        for (var topic : Topic.values()) {
            TOPICS.put(topic, TOPICS.size());
        }
        for (var sign : Sign.values()) {
            SIGNS.put(sign, TOPICS.size() + SIGNS.size());
        }
    }

    private Targets() {}

    static int of(Topic topic) {
        return Objects.requireNonNull(TOPICS.get(topic));
    }

    static int of(Sign sign) {
        return Objects.requireNonNull(SIGNS.get(sign));
    }

    static boolean isSign(int target) {
        return target >= TOPICS.size();
    }

    static int count() {
        return TOPICS.size() + SIGNS.size();
    }
}
