package firsthour.web.cases;

import firsthour.security.SignedIn;
import firsthour.triage.Handover;
import firsthour.triage.Handovers.Colleague;
import firsthour.triage.Help;
import firsthour.triage.Holding;
import firsthour.triage.Ownership;
import firsthour.triage.QueueRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who has a case, who had it, and who helps, as one person reads it.
///
/// @param offer waits for an answer; null where none does
/// @param asked questions to the reader that wait for an answer
/// @param waiting the names of those whose help is waited for; empty for nobody
/// @param hands through whose hands it went, a sentence; null where nobody has had it
/// @param routing why it went there, a sentence; null where no rule sent it
/// @param colleagues to whom it may go, and who may be asked
public record OwnershipView(
        @Nullable Offer offer,
        List<Question> asked,
        String waiting,
        @Nullable String hands,
        @Nullable String routing,
        List<Choice> colleagues) {

    /// An offer to hand the case over.
    ///
    /// @param words who offers it to whom
    public record Offer(String words, String note, Instant at, boolean mine) {}

    /// A question to the reader.
    public record Question(long id, String from, String words, Instant at) {}

    /// A colleague.
    ///
    /// @param words the name, and how much they have
    public record Choice(String id, String words) {}

    static OwnershipView of(
            Ownership ownership, QueueRow row, List<Colleague> colleagues, SignedIn reader) {
        return new OwnershipView(
                ownership.standing().map(offer -> offer(offer, reader)).orElse(null),
                ownership.askedOf(reader.memberId()).stream()
                        .map(help ->
                                new Question(
                                        help.id(),
                                        help.askerName(),
                                        help.question(),
                                        help.askedAt()))
                        .toList(),
                ownership.help().stream()
                        .filter(help -> help.answeredAt().isEmpty())
                        .filter(help -> help.helperId() != reader.memberId())
                        .map(Help::helperName)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                hands(ownership),
                row.routing().orElse(null),
                colleagues.stream()
                        .filter(one -> one.memberId() != reader.memberId())
                        .filter(one ->
                                row.assignee()
                                        .filter(by -> by.memberId() == one.memberId())
                                        .isEmpty())
                        .map(one ->
                                new Choice(
                                        String.valueOf(one.memberId()),
                                        "%s, %s open"
                                                .formatted(
                                                        one.name(),
                                                        Labels.count(
                                                                one.openCases(), "case", "cases"))))
                        .toList());
    }

    private static Offer offer(Handover offer, SignedIn reader) {
        boolean mine = offer.toId() == reader.memberId();
        return new Offer(
                mine
                        ? offer.fromName() + " would like you to take this case over."
                        : "%s offered it to %s, who has not answered yet."
                                .formatted(
                                        offer.fromId() == reader.memberId()
                                                ? "You"
                                                : offer.fromName(),
                                        offer.toName()),
                offer.note(),
                offer.offeredAt(),
                mine);
    }

    /// "Two people have had it: Anna, then Ben."
    private static @Nullable String hands(Ownership ownership) {
        if (ownership.hands().isEmpty()) {
            return null;
        }
        var names =
                ownership.hands().stream()
                        .map(Holding::name)
                        .collect(Collectors.joining(", then "));
        return ownership.people() == 1
                ? "One pair of hands: " + names
                : "%d pairs of hands: %s".formatted(ownership.people(), names);
    }
}
