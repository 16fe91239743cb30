package firsthour.connectors.file;

/// A row that cannot become a post. Caught where rows are handed over, never seen outside.
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    BadRow(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /// For a person, without the row's text; says what to do.
    String reason() {
        return reason;
    }
}
