package firsthour.alerts;

import firsthour.alerts.SourceFactsRows.SourceFacts;
import firsthour.brand.Source;
import firsthour.delivery.Links;
import firsthour.delivery.Message;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says that a source stopped, went quiet or loses its access, as things stand when it is read.
@Singleton
class SourceText {
    private static final String STOPPED = "SourceStopped";
    private static final String RAN_SHORT = "SourceAccessRanShort";

    private final SourceFactsRows rows;
    private final Clock clock;
    private final Links links;

    SourceText(SourceFactsRows rows, Clock clock, Links links) {
        this.rows = rows;
        this.clock = clock;
        this.links = links;
    }

    Message compose(long eventId) {
        return rows.findByEvent(eventId).map(this::compose).orElseGet(SourceText::gone);
    }

    private Message compose(SourceFacts facts) {
        var now = clock.instant();
        var zone = ZoneId.of(facts.zone());
        var about = new ArrayList<String>();
        add(about, "newest post ", facts.lastPostAt(), now, zone);
        add(about, "last answer ", facts.lastSuccessAt(), now, zone);
        return new Message(
                title(facts)
                        + ": "
                        + facts.name()
                        + (facts.brand() == null ? "" : " · " + facts.brand()),
                facts.alarm() == null ? since(facts) : null,
                null,
                reasons(facts, now, zone),
                about,
                null,
                new Message.Button("Open the sources", links.to("/sources")));
    }

    private static String title(SourceFacts facts) {
        return switch (facts.type()) {
            case STOPPED -> "Source stopped";
            case RAN_SHORT -> "Source loses its access";
            default -> "Source went quiet";
        };
    }

    private static String since(SourceFacts facts) {
        return facts.type().equals(RAN_SHORT)
                ? "Since then: its access was renewed."
                : "Since then: it came back.";
    }

    private static List<String> reasons(SourceFacts facts, Instant now, ZoneId zone) {
        return switch (facts.type()) {
            case STOPPED ->
                    facts.refusalDetail() == null
                            ? List.of("It gives nothing; what is posted there is not seen")
                            : List.of(facts.refusalDetail(), "What is posted there is not seen");
            case RAN_SHORT ->
                    List.of(
                            facts.accessDetail() == null
                                    ? "The permission was given for a time. Allow access again"
                                    : facts.accessDetail(),
                            facts.accessEndsAt() == null
                                    ? "It still works"
                                    : "It still works; access ends at "
                                            + Times.at(facts.accessEndsAt(), now, zone));
            default ->
                    List.of(
                            facts.network().equals(Source.WEBHOOK)
                                    ? "Nothing was sent for longer than it usually pauses"
                                    : "It answers, but has brought nothing for longer than it usually"
                                            + " pauses");
        };
    }

    private static void add(
            List<String> about, String what, @Nullable Instant at, Instant now, ZoneId zone) {
        if (at != null) {
            about.add(what + Times.at(at, now, zone));
        }
    }

    private static Message gone() {
        return new Message(
                "A source that is no longer here", null, null, List.of(), List.of(), null, null);
    }
}
