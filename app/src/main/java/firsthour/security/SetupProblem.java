package firsthour.security;

/// What was given for the first admin cannot be used. The message is for the person who starts
/// Firsthour.
public final class SetupProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    SetupProblem(String message) {
        super(message);
    }
}
