package firsthour.database;

/// The database or its folder cannot be used. The message is for a person: what happened, what was
/// kept, what to do.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
