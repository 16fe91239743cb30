package firsthour.connectors;

/// A network that is paid for by what it shows: whoever tries a source sees little of it.
public interface Charging extends Connector {

    /// The newest few posts, for the least money.
    Pull glance(Settings settings, Search search);

    /// What a glance costs at most, in words: `0.15 US dollars`.
    String costOfAGlance();
}
