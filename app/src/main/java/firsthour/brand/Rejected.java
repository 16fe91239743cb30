package firsthour.brand;

/// A value that a person gave and that cannot be taken; nothing was stored.
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    /// Says which field, and what would be right.
    public Rejected(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
