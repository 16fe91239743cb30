package firsthour.alerts;

import firsthour.alerts.SourceFactsRows.SourceFacts;
import firsthour.brand.AccessEnds;
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

    private static final String ENDING = "ENDING";

    private final SourceFactsRows rows;
    private final AccessEnds ends;
    private final Clock clock;
    private final Links links;

    SourceText(SourceFactsRows rows, AccessEnds ends, Clock clock, Links links) {
        this.rows = rows;
        this.ends = ends;
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
                news(facts, now),
                null,
                reasons(facts, now, zone),
                about,
                null,
                new Message.Button("Open the sources", links.to("/sources")));
    }

    private String title(SourceFacts facts) {
        return switch (facts.type()) {
            case STOPPED -> "Source stopped";
            case RAN_SHORT ->
                    endsReading(facts)
                            ? "Source loses its access"
                            : "Source loses its permission to reply";
            default -> "Source went quiet";
        };
    }

    private boolean endsReading(SourceFacts facts) {
        return facts.accessDetail() != null || ends.isReadByPermission(facts.network());
    }

    private @Nullable String news(SourceFacts facts, Instant now) {
        if (!facts.type().equals(RAN_SHORT)) {
            return facts.alarm() == null ? "Since then: it came back." : null;
        }
        if (ENDING.equals(facts.alarm()) || ends.find(ends(facts), now).isPresent()) {
            return null;
        }
        if (ends.findPassed(ends(facts), facts.toldAt(), now).isEmpty()) {
            return "Since then: its access was renewed.";
        }
        return endsReading(facts)
                ? "Since then: its access ended."
                : "Since then: its permission to reply ended. Allow access again.";
    }

    private static AccessEnds.Ends ends(SourceFacts facts) {
        return new AccessEnds.Ends(
                facts.network(),
                facts.accessEndsAt(),
                facts.accessDetail(),
                facts.permissionEndsAt());
    }

    /// Nothing of an end that was put off, or has come: the news says so.
    private List<String> ending(SourceFacts facts, Instant now, ZoneId zone) {
        return ends.find(ends(facts), now)
                .map(end -> {
                    var until = Times.at(end.at(), now, zone);
                    return List.of(
                            end.detail(),
                            !end.readingEnds()
                                    ? "Posts are read all the same; replies end at " + until
                                    : ENDING.equals(facts.alarm())
                                            ? "It still works; access ends at " + until
                                            : "Access ends at " + until);
                })
                .orElse(List.of());
    }

    private List<String> reasons(SourceFacts facts, Instant now, ZoneId zone) {
        return switch (facts.type()) {
            case STOPPED ->
                    facts.refusalDetail() == null
                            ? List.of("It gives nothing; what is posted there is not seen")
                            : List.of(facts.refusalDetail(), "What is posted there is not seen");
            case RAN_SHORT -> ending(facts, now, zone);
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
