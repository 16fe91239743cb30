package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.events.Event;
import firsthour.events.EventFeed;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Something that happened: ids and primitives, no text of a post and no customer's name.
///
/// @param position its place in the stream; goes as “after” into the next request
/// @param type such as “CaseClaimed”
/// @param memberId who did it; null for Firsthour itself
/// @param data what belongs to its type
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventJson(
        long position,
        Instant at,
        String type,
        @Nullable Long brandId,
        @Nullable Long caseId,
        @Nullable Long mentionId,
        @Nullable Long memberId,
        Event data) {

    static EventJson of(EventFeed.Placed placed) {
        var event = placed.recorded().event();
        return new EventJson(
                placed.position(),
                placed.recorded().at(),
                event.getClass().getSimpleName(),
                boxed(event.brand()),
                boxed(event.ofCase()),
                boxed(event.mention()),
                boxed(event.member()),
                event);
    }

    private static @Nullable Long boxed(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
