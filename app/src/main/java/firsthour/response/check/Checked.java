package firsthour.response.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the check says of a text.
///
/// @param findings those that must be dealt with first, each kind in the order of the text
/// @param likest what the team said before that is most like it; empty where nothing is
/// @param spellingWaits spelling and grammar were not looked at: their words are being loaded
public record Checked(List<Finding> findings, Optional<Likeness> likest, boolean spellingWaits) {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::weight)
                    .thenComparing(Finding::concern)
                    .thenComparing(Finding::start);

    public Checked {
        findings = findings.stream().sorted(ORDER).toList();
    }

    /// What must be dealt with before it is posted.
    public List<Finding> musts() {
        return findings.stream().filter(it -> it.weight() == Weight.MUST).toList();
    }

    /// How like something that was said before.
    ///
    /// @param id of what was said
    /// @param percent 0 to 100
    public record Likeness(long id, int percent) {}
}
