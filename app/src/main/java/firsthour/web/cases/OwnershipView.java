package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.language.ReasonWords;
import firsthour.security.SignedIn;
import firsthour.triage.Handover;
import firsthour.triage.Handovers.Colleague;
import firsthour.triage.Help;
import firsthour.triage.Ownership;
import firsthour.triage.QueueRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                row.routing().map(ReasonWords::say).orElse(null),
                colleagues.stream()
                        .filter(one -> one.memberId() != reader.memberId())
                        .filter(one ->
                                row.assignee()
                                        .filter(by -> by.memberId() == one.memberId())
                                        .isEmpty())
                        .map(one ->
                                new Choice(
                                        String.valueOf(one.memberId()),
                                        count(
                                                one.openCases(),
                                                "{1}, {0} case open",
                                                "{1}, {0} cases open",
                                                one.name())))
                        .toList());
    }

    private static Offer offer(Handover offer, SignedIn reader) {
        boolean mine = offer.toId() == reader.memberId();
        return new Offer(
                mine
                        ? t("{0} would like you to take this case over.", offer.fromName())
                        : offer.fromId() == reader.memberId()
                                ? t(
                                        "You offered it to {0}, who has not answered yet.",
                                        offer.toName())
                                : t(
                                        "{0} offered it to {1}, who has not answered yet.",
                                        offer.fromName(), offer.toName()),
                offer.note(),
                offer.offeredAt(),
                mine);
    }

    /// "2 pairs of hands: Anna, then Ben." Whoever gave it back and took it again is named once.
    private static @Nullable String hands(Ownership ownership) {
        var hands = ownership.hands();
        if (hands.isEmpty()) {
            return null;
        }
        var names =
                IntStream.range(0, hands.size())
                        .filter(i ->
                                i == 0 || hands.get(i).memberId() != hands.get(i - 1).memberId())
                        .mapToObj(i -> hands.get(i).name())
                        .reduce((first, next) -> t("{0}, then {1}", first, next))
                        .orElse("");
        return ownership.people() == 1
                ? t("One pair of hands: {0}", names)
                : t("{0} pairs of hands: {1}", ownership.people(), names);
    }
}
