package firsthour.connectors;

/// Where a pull ended: opaque, versioned JSON that only the connector which wrote it reads. Stored
/// in one transaction with the posts of its page, so that a crash repeats work and loses none.
///
/// @param json empty before the first pull
public record Checkpoint(String json) {
    public static final Checkpoint NONE = new Checkpoint("");

    public boolean isNone() {
        return json.isEmpty();
    }
}
