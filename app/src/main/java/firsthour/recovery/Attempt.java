package firsthour.recovery;

import firsthour.triage.Outcome;

/// What became of something that a person wanted to do.
public sealed interface Attempt {

    /// It was done.
    record Done() implements Attempt {}

    /// Nothing was stored: an entry is wrong.
    ///
    /// @param field which one
    /// @param message what to enter instead
    record Invalid(String field, String message) implements Attempt {}

    /// Nothing was stored: it is not possible, or not for this person.
    ///
    /// @param outcome anything but done
    record Refused(Outcome outcome) implements Attempt {}
}
