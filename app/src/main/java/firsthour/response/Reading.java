package firsthour.response;

import firsthour.response.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the check says of a draft.
///
/// @param text that was read; places count in it
/// @param findings what must be dealt with first
/// @param twin what the team said before that is most like it; empty where nothing is
/// @param spellingWaits spelling and grammar come in a moment: their words are being loaded
public record Reading(
        String text, List<Finding> findings, Optional<Twin> twin, boolean spellingWaits) {
    public Reading {
        findings = List.copyOf(findings);
    }

    /// Something alike that was said before.
    ///
    /// @param percent how alike, 0 to 100
    /// @param who said it; empty where it was found on the network alone
    /// @param whom the customer's account; empty where it is not known
    public record Twin(
            int percent,
            String text,
            Optional<String> who,
            Optional<String> whom,
            Instant at,
            long caseId) {}
}
