package firsthour.team;

/// What came of a change to the team.
public sealed interface Outcome {
    /// It was done.
    ///
    /// @param member as it is now
    record Saved(Member member) implements Outcome {}

    /// It was not done, and nothing was changed.
    ///
    /// @param field what it is about: email, name, zone or role
    /// @param message for the person who asked
    record Refused(String field, String message) implements Outcome {}
}
