package firsthour.brand;

/// How a source's posts come here.
public enum Arrival {
    /// A connector reads them, pull by pull or as a stream.
    READ,

    /// Another system sends them to the source's own address.
    SENT,

    /// Somebody imports a file.
    IMPORTED;

    /// How posts of a network come.
    public static Arrival of(String network) {
        return switch (network) {
            case Source.FILE -> IMPORTED;
            case Source.WEBHOOK -> SENT;
            default -> READ;
        };
    }
}
