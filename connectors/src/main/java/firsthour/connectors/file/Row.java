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
    record Accepted(long line, Post post, Optional<String> source) implements Row {

        /// The same entry, when it is no post after all.
        ///
        /// @param reason what happened, and what to do
        public Rejected rejected(String reason) {
            return Rejected.at(line, reason);
        }
    }

    /// An entry that is no post; its reason says what to do. `where` is `line N`.
    record Rejected(long line, Pull.Rejected rejected) implements Row {
        static Rejected at(long line, String reason) {
            return new Rejected(line, new Pull.Rejected(where(line), reason));
        }
    }

    /// A line as rejections name it.
    static String where(long line) {
        return "line " + line;
    }
}
