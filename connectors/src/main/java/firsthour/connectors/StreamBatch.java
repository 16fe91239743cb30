package firsthour.connectors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a stream told within about a second, at most some hundred events.
///
/// @param events in the order of the network, possibly none
/// @param rejected what could not be read
/// @param next where the stream goes on once this batch is stored
/// @param gap what lies before this batch and cannot be had any more
public record StreamBatch(
        List<StreamEvent> events,
        List<Pull.Rejected> rejected,
        Checkpoint next,
        Optional<Gap> gap) {
    public StreamBatch {
        events = List.copyOf(events);
        rejected = List.copyOf(rejected);
    }

    /// A time of which the network keeps nothing.
    public record Gap(Instant from, Instant until) {}
}
