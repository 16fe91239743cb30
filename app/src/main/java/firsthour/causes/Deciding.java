package firsthour.causes;

/// What became of something that a person decided about a cause.
public sealed interface Deciding {

    /// It was done.
    record Done(long causeId) implements Deciding {}

    /// Nothing was changed: an entry is wrong.
    ///
    /// @param field `title`, `facts` or `cause`
    record Invalid(String field, String words) implements Deciding {}

    /// Nothing was changed.
    ///
    /// @param words why, and what to do instead
    /// @param stale whether somebody else was faster
    record Refused(String words, boolean stale) implements Deciding {}
}
