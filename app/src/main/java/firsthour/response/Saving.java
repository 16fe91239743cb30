package firsthour.response;

import java.time.Instant;

/// What became of a draft that was to be saved.
public sealed interface Saving {

    /// It is kept.
    ///
    /// @param version goes into the next saving; 0 when nothing is kept, because nothing was
    ///   written
    record Saved(long version) implements Saving {}

    /// Nothing was overwritten: the same member wrote something else in another window.
    ///
    /// @param text what stands there
    record Elsewhere(String text, Instant savedAt, long version) implements Saving {}

    /// Nothing was kept.
    ///
    /// @param advice why, and what to do
    record NotPossible(String advice) implements Saving {}
}
