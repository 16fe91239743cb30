package firsthour.connectors;

import java.util.Optional;

/// A network that tells what happens while it happens, on a connection that stays open. It is read
/// by [#stream]; [#pull] reads only a short piece, to show what a source would bring.
public interface Streaming extends Connector {

    /// Reads until the stream ends or the sink has enough. What comes is the whole network's; the
    /// sink picks out what it keeps.
    ///
    /// @param settings the source's settings, checked against [Descriptor#fields()]
    /// @param checkpoint of the last batch that was stored; what it ended with may come again
    /// @return why the stream ended; empty where the sink had enough
    Optional<Refusal> stream(Settings settings, Checkpoint checkpoint, Sink sink);

    /// Takes what a stream brings. While it works nothing is read, and the network waits.
    @FunctionalInterface
    interface Sink {

        /// Takes the next batch; called about once a second even where nothing came.
        ///
        /// @return whether to go on
        boolean take(StreamBatch batch);
    }
}
