package firsthour.connectors.file;

import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import java.util.Optional;

/// One entry of a file.
public sealed interface Row {

    /// The line on which the entry starts, from 1; a CSV header is line 1.
    long line();

    /// A post.
    ///
    /// @param source what the file's `source` field says, for a file that mixes several; the reader
    ///   does not interpret it
    record Accepted(long line, Post post, Optional<String> source) implements Row {}

    /// An entry that is no post; its reason says what to do. `where` is `line N`.
    record Rejected(long line, Pull.Rejected rejected) implements Row {}
}
