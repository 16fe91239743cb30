package firsthour.response;

import firsthour.triage.Outcome;
import java.time.Instant;

/// What came of something that a person did about a second look.
public sealed interface Looking {
    /// A colleague is asked.
    ///
    /// @param dueAt when it lapses
    record Asked(long lookId, Instant dueAt) implements Looking {}

    /// It was done.
    record Done() implements Looking {}

    /// What was entered cannot be; nothing was saved.
    ///
    /// @param field `text`, `colleague` or `note`
    /// @param message what to do, for whoever entered it
    record Invalid(String field, String message) implements Looking {}

    /// This person may not, or not now; nothing was saved.
    record Refused(Outcome why) implements Looking {}
}
