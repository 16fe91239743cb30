package firsthour.response;

import firsthour.response.ReplyDraft.Problem;
import firsthour.response.check.Finding;
import firsthour.triage.Outcome;
import java.util.List;

/// What became of a reply that a person wanted to have posted.
public sealed interface Dispatch {

    /// It stands on the network and on the case.
    record Posted() implements Dispatch {}

    /// It is kept, and what comes of it is told on the case.
    ///
    /// @param words what happened and what happens next
    record Kept(String words) implements Dispatch {}

    /// It is kept, and waits for a person to decide.
    ///
    /// @param words why it was not posted, or may have been
    record Failed(String words) implements Dispatch {}

    /// Nothing was kept: the words are not fit.
    record Invalid(List<Problem> problems) implements Dispatch {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /// Nothing was posted: these findings are to be put right, or let stand with a reason.
    record Unready(List<Finding> findings) implements Dispatch {
        public Unready {
            findings = List.copyOf(findings);
        }
    }

    /// Nothing was kept: the case does not allow it.
    ///
    /// @param outcome anything but done
    record Refused(Outcome outcome) implements Dispatch {}
}
