package firsthour.triage;

import java.util.List;
import java.util.Optional;

/// Who has a case, who had it, and who helps.
///
/// @param hands through whose hands it went, the first first
public record Ownership(List<Holding> hands, List<Handover> handovers, List<Help> help) {
    public Ownership {
        hands = List.copyOf(hands);
        handovers = List.copyOf(handovers);
        help = List.copyOf(help);
    }

    /// The offer that waits for an answer.
    public Optional<Handover> standing() {
        return handovers.stream().filter(Handover::stands).findFirst();
    }

    /// How many people have had it.
    public long people() {
        return hands.stream().map(Holding::memberId).distinct().count();
    }

    /// The questions to somebody that wait for an answer.
    public List<Help> askedOf(long memberId) {
        return help.stream()
                .filter(each -> each.helperId() == memberId && each.answeredAt().isEmpty())
                .toList();
    }
}
