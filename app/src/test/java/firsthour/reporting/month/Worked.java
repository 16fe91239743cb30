package firsthour.reporting.month;

import com.fasterxml.jackson.databind.JsonNode;
import firsthour.reporting.month.Ledgers.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What people did beside answering, as the log tells it: second looks, remedies, pauses.
final class Worked {
    final Map<Long, Look> looks = new LinkedHashMap<>();
    final List<Gift> gifts = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();

    /// A second look that was asked for.
    static final class Look {
        final Story story;
        final Instant asked;
        CameTo cameTo = CameTo.NOTHING;

        Look(Story story, Instant asked) {
            this.story = story;
            this.asked = asked;
        }
    }

    /// What became of a second look.
    enum CameTo {
        NOTHING,
        APPROVED,
        EDITED,
        SENT_BACK,
        LAPSED
    }

    /// Something that a customer was given.
    record Gift(long id, Instant at, String kind) {}

    /// From an instant on the customer was waited for.
    record Pause(Story story, Instant at) {}

    void tell(Logged event, JsonNode data, Story story) {
        switch (event.type()) {
            case "SecondLookAsked" -> looks.put(lookId(data), new Look(story, event.at()));
            case "SecondLookGiven" ->
                    look(data).cameTo =
                            data.get("changed").asBoolean() ? CameTo.EDITED : CameTo.APPROVED;
            case "SecondLookSentBack" -> look(data).cameTo = CameTo.SENT_BACK;
            case "SecondLookLapsed" -> look(data).cameTo = CameTo.LAPSED;
            case "RemedyGiven" ->
                    gifts.add(
                            new Gift(
                                    data.get("remedyId").asLong(),
                                    event.at(),
                                    data.get("kind").asText()));
            case "WaitingBegan" -> pauses.add(new Pause(story, event.at()));
            default -> {
                // Tells of something else.
            }
        }
    }

    private Look look(JsonNode data) {
        return Objects.requireNonNull(looks.get(lookId(data)));
    }

    private static long lookId(JsonNode data) {
        return data.get("lookId").asLong();
    }
}
