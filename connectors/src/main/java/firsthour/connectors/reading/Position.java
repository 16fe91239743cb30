package firsthour.connectors.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Search;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The checkpoint of [Slices]: up to when everything was read.
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
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    static Position from(Checkpoint checkpoint, Search search, Instant now, Slices.Reach reach) {
        long start = now.minus(reach.backfill()).getEpochSecond();
        Position fresh =
                new Position(
                        VERSION,
                        search.phrases(),
                        start,
                        true,
                        reach.backfill().toSeconds(),
                        Map.of());
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
    long start(Slices.Reach reach) {
        return open ? until : until - reach.overlap().toSeconds();
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
    Position after(long end, long present, long width, Map<String, Long> met, Slices.Reach reach) {
        Map<String, Long> kept = new LinkedHashMap<>(recent);
        kept.putAll(met);
        kept.values().removeIf(written -> written < end - reach.overlap().toSeconds());
        long wider = Math.min(reach.backfill().toSeconds(), Math.max(1, width) * 2);
        return new Position(VERSION, phrases, end, end < present, wider, kept);
    }
}
