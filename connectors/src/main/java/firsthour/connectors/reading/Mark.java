package firsthour.connectors.reading;

import firsthour.connectors.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The checkpoint of [NewestFirst]: since when all was read, and how far a walk has come.
///
/// @param lists what was asked for; other lists start anew
/// @param since milliseconds of the epoch; everything before was read at least once
/// @param walk that is under way; null between two
/// @param recent when each post that may come again was last changed, in milliseconds of the epoch,
///   by its id
record Mark(
        int version,
        List<String> lists,
        long since,
        @Nullable Walk walk,
        Map<String, Long> recent) {
    private static final int VERSION = 1;

    /// Networks forget where a page ended after some time, each after its own; from then on the
    /// walk starts at the newest post again.
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /// A walk of which some pages were read.
    ///
    /// @param list the place of the list that is read
    /// @param token of its next page; null for the first one
    /// @param begun when the walk began, in milliseconds of the epoch
    /// @param moved when its last page was read
    /// @param kept the posts that the next walk will meet again, as in [Mark#recent]
    /// @param last those of the page before, which new posts may have moved on to the next one
    record Walk(
            int list,
            @Nullable String token,
            long begun,
            long moved,
            Map<String, Long> kept,
            Map<String, Long> last) {
        static Walk from(Instant now) {
            long begun = now.toEpochMilli();
            return new Walk(0, null, begun, begun, Map.of(), Map.of());
        }

        boolean isAtHead() {
            return token == null;
        }

        private boolean isFresh(Instant now) {
            return moved > now.minus(LONGEST_PAUSE).toEpochMilli();
        }
    }

    static Mark from(
            Checkpoint checkpoint, List<String> lists, Instant now, NewestFirst.Reach reach) {
        return Stored.find(checkpoint, Mark.class)
                .filter(mark -> mark.version == VERSION && mark.lists.equals(lists))
                .orElseGet(() ->
                        new Mark(
                                VERSION,
                                lists,
                                now.minus(reach.backfill()).plus(reach.overlap()).toEpochMilli(),
                                null,
                                Map.of()));
    }

    Checkpoint checkpoint() {
        return Stored.of(this);
    }

    /// The walk to go on with.
    Walk walk(Instant now) {
        return walk != null && walk.isFresh(now) ? walk : Walk.from(now);
    }

    /// Posts behind the first page that are older than this were read before.
    Instant floor(Duration overlap) {
        return Instant.ofEpochMilli(since).minus(overlap);
    }

    /// Whether a post was read as it is now.
    boolean holds(String id, long changed) {
        return isIn(recent, id, changed)
                || (walk != null && (isIn(walk.kept, id, changed) || isIn(walk.last, id, changed)));
    }

    private static boolean isIn(Map<String, Long> posts, String id, long changed) {
        Long known = posts.get(id);
        return known != null && known == changed;
    }

    /// After a page that is not the last one.
    ///
    /// @param met its posts
    /// @param kept those of them that the next walk will meet again
    Mark afterPage(
            Walk read, String next, Map<String, Long> met, Map<String, Long> kept, Instant now) {
        return on(
                new Walk(
                        read.list,
                        next,
                        read.begun,
                        now.toEpochMilli(),
                        both(read.kept, kept),
                        met));
    }

    /// After the last page of a list.
    ///
    /// @param met its posts
    Mark afterList(Walk read, Map<String, Long> met, Instant now) {
        Map<String, Long> kept = both(read.kept, met);
        return read.list + 1 < lists.size()
                ? on(new Walk(read.list + 1, null, read.begun, now.toEpochMilli(), kept, Map.of()))
                : new Mark(VERSION, lists, read.begun, null, kept);
    }

    private Mark on(Walk next) {
        return new Mark(VERSION, lists, since, next, recent);
    }

    private static Map<String, Long> both(Map<String, Long> some, Map<String, Long> more) {
        Map<String, Long> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    /// Whether more can be read at once.
    boolean goesOn() {
        return walk != null;
    }
}
