package firsthour.response;

import firsthour.response.ReplyDraft.Problem;
import firsthour.triage.Case;
import firsthour.triage.Outcome;
import java.util.List;

/// What became of a reply that a person wanted to record.
public sealed interface Recording {

    /// It stands on the case, and its clocks have stopped.
    ///
    /// @param replyId of what was recorded: a reply, or a private contact
    record Recorded(long replyId, Case changed) implements Recording {}

    /// Nothing was stored: the entries are wrong.
    record Invalid(List<Problem> problems) implements Recording {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /// Nothing was stored: the case does not allow it.
    ///
    /// @param outcome anything but done
    record Refused(Outcome outcome) implements Recording {}
}
