package firsthour.connectors.reading;

import firsthour.connectors.Checkpoint;
import firsthour.connectors.Search;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The checkpoint of [Slices]: up to when everything was read, and how far a slice was read since.
///
/// @param phrases what was asked for; another search starts anew
/// @param until seconds of the epoch; everything before was read at least once
/// @param open whether the last slice ended before its present, so that the next one follows at
///   once
/// @param span seconds that the next slice may cover
/// @param begun the slice that was read for some of the phrases; null between two slices
/// @param recent when each post that may come again was written, by its id
record Position(
        int version,
        List<String> phrases,
        long until,
        boolean open,
        long span,
        @Nullable Begun begun,
        Map<String, Long> recent) {
    private static final int VERSION = 2;

    /// A slice of which some phrases were read.
    ///
    /// @param next the place of the phrase that comes next
    /// @param end where it ends, in seconds of the epoch
    /// @param present where its round ends
    record Begun(int next, long end, long present) {
        /// The same slice, shortened.
        Begun endingAt(long end) {
            return new Begun(next, end, present);
        }
    }

    static Position from(Checkpoint checkpoint, Search search, Instant now, Slices.Reach reach) {
        long start = now.minus(reach.backfill()).getEpochSecond();
        return Stored.find(checkpoint, Position.class)
                .filter(stored ->
                        stored.version == VERSION && stored.phrases.equals(search.phrases()))
                .orElseGet(() ->
                        new Position(
                                VERSION,
                                search.phrases(),
                                start,
                                true,
                                reach.backfill().toSeconds(),
                                null,
                                Map.of()));
    }

    Checkpoint checkpoint() {
        return Stored.of(this);
    }

    /// The slice to read: the one that was begun, else the next one.
    Begun slice(Instant now, Slices.Reach reach) {
        if (begun != null) {
            return begun;
        }
        long present = Math.max(now.getEpochSecond(), until);
        return new Begun(0, Math.min(present, start(reach) + span), present);
    }

    /// Where the slice starts: a finished round is overlapped, because indexes lag behind.
    long start(Slices.Reach reach) {
        return open ? until : until - reach.overlap().toSeconds();
    }

    boolean holds(String id) {
        return recent.containsKey(id);
    }

    /// After a phrase of a slice was read. The next slice may be twice as wide as one that came
    /// through. What lies before the slice's end is forgotten only when all phrases were read.
    ///
    /// @param read the slice, with the phrase that was read and the end up to which it was
    /// @param met the posts that came by id, with their times
    Position after(Begun read, Map<String, Long> met, Slices.Reach reach) {
        Map<String, Long> kept = new LinkedHashMap<>(recent);
        kept.putAll(met);
        if (read.next() + 1 < phrases.size()) {
            Begun rest = new Begun(read.next() + 1, read.end(), read.present());
            return new Position(VERSION, phrases, until, open, span, rest, kept);
        }
        kept.values().removeIf(written -> written < read.end() - reach.overlap().toSeconds());
        long wider =
                Math.min(reach.backfill().toSeconds(), Math.max(1, read.end() - start(reach)) * 2);
        return new Position(
                VERSION, phrases, read.end(), read.end() < read.present(), wider, null, kept);
    }

    /// Whether more can be read at once.
    boolean goesOn() {
        return open || begun != null;
    }
}
