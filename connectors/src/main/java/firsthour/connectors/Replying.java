package firsthour.connectors;

/// A network on which the brand can answer from here.
public interface Replying extends Connector {

    ReplyLimit limit();

    /// Whether one reply that is sent twice stands there once, because the network knows its key or
    /// replaces the first by the second.
    boolean isRepeatable();

    /// Whether the settings hold what replying needs, which may be more than reading does. No I/O.
    boolean canReply(Settings settings);

    /// Posts a reply, once. Whoever calls it has stored the intent before.
    Sent reply(Settings settings, OutgoingReply reply);
}
