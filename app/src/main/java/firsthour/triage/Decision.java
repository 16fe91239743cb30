package firsthour.triage;

import java.time.Instant;

/// What becomes of a mention.
sealed interface Decision {

    /// Why, in words: 1 to 500 characters.
    String reason();

    /// It opened or joined a case before and stays there; a correction closes nothing.
    record Stays(String reason) implements Decision {}

    /// A public word of ours that waits to be tied to a case.
    record FoundReply(boolean bot, String reason) implements Decision {}

    /// Joins an open case.
    record Joins(long caseId, String reason) implements Decision {}

    /// Opens a resolved case again and joins it.
    record Reopens(long caseId, String reason) implements Decision {}

    /// Opens a case.
    ///
    /// @param from when its clocks start
    record Opens(CaseKind kind, Instant from, String reason) implements Decision {}

    /// Is listed, without a case.
    record Listed(Verdict verdict, String reason) implements Decision {}
}
