package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.events.EventFeed;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// What happened, in an order in which nothing appears behind what was read.
@Controller(ApiPath.ROOT + "/events")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Events")
@Tag(name = "scope READ")
final class ApiEventsController {
    private static final String LATEST = "latest";

    private final EventFeed feed;
    private final EventStreams streams;

    ApiEventsController(EventFeed feed, EventStreams streams) {
        this.feed = feed;
        this.streams = streams;
    }

    /// A part of the stream.
    ///
    /// @param next goes as “after” into the next request, also where nothing came
    /// @param more whether more is there already
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(List<EventJson> items, String next, boolean more) {}

    /// What happened after a place in the stream, the oldest first.
    ///
    /// @param after the “next” of the part before; from the beginning where it is missing, and
    ///   “latest” for what is still to come
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Part listEvents(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Listing.size(limit);
        long from = from(after);
        var found = feed.findAfter(from, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Part(
                shown.stream().map(EventJson::of).toList(),
                Long.toString(shown.isEmpty() ? from : shown.getLast().position()),
                found.size() > most);
    }

    /// The same as server-sent events, while they happen; “id” is the place. An event “alive” comes
    /// every quarter of a minute, so that both sides notice when the other is gone.
    ///
    /// @param after as for the parts; “Last-Event-ID” goes before it
    @Get("/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<?>> streamEvents(
            @QueryValue @Nullable String after,
            @Header("Last-Event-ID") @Nullable String lastEventId,
            HttpRequest<?> request) {
        return streams.open(Asked.bearer(request), from(lastEventId == null ? after : lastEventId));
    }

    private long from(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        return after.equals(LATEST) ? feed.getLast() : Listing.id(after);
    }
}
