package firsthour.connectors.hackernews;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The checkpoint: up to when everything was read.
///
/// @param phrases what was asked for; another search starts anew
/// @param until seconds of the epoch; everything before was read at least once
/// @param open whether the last slice ended before its present, so that the next one follows at
///   once
/// @param span seconds that the next slice may cover
/// @param recent when each post that an overlap may bring again was written, by its id
record Position(
        int version,
        List<String> phrases,
        long until,
        boolean open,
        long span,
        Map<String, Long> recent) {
    static final Duration OVERLAP = Duration.ofMinutes(10);
    static final Duration BACKFILL = Duration.ofDays(7);
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    static Position from(Checkpoint checkpoint, Search search, Instant now) {
        long start = now.minus(BACKFILL).getEpochSecond();
        Position fresh =
                new Position(
                        VERSION, search.phrases(), start, true, BACKFILL.toSeconds(), Map.of());
        if (checkpoint.isNone()) {
            return fresh;
        }
        try {
            Position stored = JSON.readValue(checkpoint.json(), Position.class);
            return stored.version == VERSION && stored.phrases.equals(search.phrases())
                    ? stored
                    : fresh;
        } catch (JsonProcessingException e) {
            return fresh; // written by another version: reading again loses nothing
        }
    }

    Checkpoint checkpoint() {
        try {
            return new Checkpoint(JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the next slice starts: a finished round is overlapped, because the index lags behind.
    long start() {
        return open ? until : until - OVERLAP.toSeconds();
    }

    boolean holds(String id) {
        return recent.containsKey(id);
    }

    /// After a slice was read.
    ///
    /// @param end where it ended, in seconds of the epoch
    /// @param present where this round ends
    /// @param width how many seconds came through; the next slice may be twice as wide
    /// @param met the posts of the slice by id, with their times
    Position after(long end, long present, long width, Map<String, Long> met) {
        Map<String, Long> kept = new LinkedHashMap<>(recent);
        kept.putAll(met);
        kept.values().removeIf(written -> written < end - OVERLAP.toSeconds());
        long wider = Math.min(BACKFILL.toSeconds(), Math.max(1, width) * 2);
        return new Position(VERSION, phrases, end, end < present, wider, kept);
    }
}
