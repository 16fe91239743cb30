package firsthour;

/// A command could not do what was asked. The message is for a person: what happened, what was
/// kept, what to do.
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
