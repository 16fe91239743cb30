package firsthour.alerts;

import firsthour.alerts.SourceFactsRows.SourceFacts;
import firsthour.delivery.Links;
import firsthour.delivery.Message;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says that a source stopped or went quiet, as things stand when it is read.
@Singleton
class SourceText {
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
        boolean stopped = facts.type().equals("SourceStopped");
        var now = clock.instant();
        var zone = ZoneId.of(facts.zone());
        var about = new ArrayList<String>();
        add(about, "newest post ", facts.lastPostAt(), now, zone);
        add(about, "last answer ", facts.lastSuccessAt(), now, zone);
        return new Message(
                (stopped ? "Source stopped: " : "Source went quiet: ")
                        + facts.name()
                        + (facts.brand() == null ? "" : " · " + facts.brand()),
                facts.alarm() == null ? "Since then: it came back." : null,
                null,
                reasons(stopped, facts),
                about,
                null,
                new Message.Button("Open the sources", links.to("/sources")));
    }

    private static List<String> reasons(boolean stopped, SourceFacts facts) {
        if (!stopped) {
            return List.of("It answers, but has brought nothing for longer than it usually pauses");
        }
        return facts.refusalDetail() == null
                ? List.of("It gives nothing; what is posted there is not seen")
                : List.of(facts.refusalDetail(), "What is posted there is not seen");
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
