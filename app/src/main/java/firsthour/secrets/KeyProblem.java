package firsthour.secrets;

/// The key is missing, unreadable or another one. The message is for the person who starts
/// Firsthour: what happened, what was kept, what to do.
public final class KeyProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyProblem(String message) {
        super(message);
    }

    KeyProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
