package firsthour.response;

import firsthour.triage.Outcome;

/// What came of something that a person did about a promise or a remedy.
public sealed interface Promising {
    /// It was done.
    record Done() implements Promising {}

    /// What was entered cannot be; nothing was saved.
    ///
    /// @param field what it is about
    /// @param message what to do, for whoever entered it
    record Invalid(String field, String message) implements Promising {}

    /// This person may not, or not now; nothing was saved.
    record Refused(Outcome why) implements Promising {}
}
