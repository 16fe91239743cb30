package firsthour.connectors.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firsthour.connectors.Checkpoint;
import java.util.Optional;

/// Makes checkpoints of records, and finds the records again.
public final class Stored {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private Stored() {}

    /// Writes a record down.
    public static Checkpoint of(Record what) {
        try {
            return new Checkpoint(JSON.writeValueAsString(what));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Finds what was written down; empty where nothing was, and where another version of the
    /// connector wrote it: to read anew loses nothing.
    public static <T extends Record> Optional<T> find(Checkpoint checkpoint, Class<T> kind) {
        if (checkpoint.isNone()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(checkpoint.json(), kind));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
