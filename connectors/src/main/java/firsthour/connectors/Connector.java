package firsthour.connectors;

import java.util.List;

/// Reads one network. An implementation holds no state between pulls: all that it must remember is
/// in the [Checkpoint]. Expected trouble is a value ([Pull.Refused]); only bugs are exceptions.
public interface Connector {

    /// What this network gives, asks for and cannot give. Constant and free of I/O.
    Descriptor descriptor();

    /// What the network allows; each holds by itself. Requests beyond are not sent.
    ///
    /// @param settings with a key a network may allow more
    default List<Limit> limits(Settings settings) {
        return List.of();
    }

    /// What the network allows for looks and replies, where it counts them apart from pulls; each
    /// holds for a time that none of [#limits] has.
    ///
    /// @param settings as in [#limits]
    default List<Limit> limitsBesidePulls(Settings settings) {
        return limits(settings);
    }

    /// Reads the next page. Posts that were returned before may come again (an overlap); none may
    /// be left out between two checkpoints.
    ///
    /// @param settings the source's settings, checked against [Descriptor#fields()]
    /// @param search what is asked of the network; ignored by networks that cannot be searched
    /// @param checkpoint where the last stored page ended; [Checkpoint#NONE] at first
    Pull pull(Settings settings, Search search, Checkpoint checkpoint);
}
