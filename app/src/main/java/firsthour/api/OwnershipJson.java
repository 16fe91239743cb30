package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.response.Present;
import firsthour.triage.Handover;
import firsthour.triage.Help;
import firsthour.triage.Holding;
import firsthour.triage.Ownership;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who has a case, who had it, who helps, and who is there now.
///
/// @param hands through whose hands it went, the first first
/// @param people how many of them there are
/// @param looking who has the case open on a page
/// @param drafting who writes to the customer; null for nobody
@JsonInclude(JsonInclude.Include.ALWAYS)
record OwnershipJson(
        List<HandJson> hands,
        long people,
        List<HandoverJson> handovers,
        List<HelpJson> help,
        List<PersonJson> looking,
        @Nullable PersonJson drafting) {

    /// Somebody of the desk.
    record PersonJson(long memberId, String name) {}

    /// Somebody who had the case from an instant on.
    record HandJson(PersonJson who, Holding.Way way, Instant since) {
        static HandJson of(Holding holding) {
            return new HandJson(
                    new PersonJson(holding.memberId(), holding.name()),
                    holding.way(),
                    holding.since());
        }
    }

    /// An offer of the case.
    ///
    /// @param cameTo ACCEPTED, DECLINED, TAKEN_BACK or LAPSED; null while it stands
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HandoverJson(
            PersonJson from,
            PersonJson to,
            String note,
            Instant offeredAt,
            @Nullable String cameTo) {
        static HandoverJson of(Handover offer) {
            return new HandoverJson(
                    new PersonJson(offer.fromId(), offer.fromName()),
                    new PersonJson(offer.toId(), offer.toName()),
                    offer.note(),
                    offer.offeredAt(),
                    offer.cameTo());
        }
    }

    /// A question to a colleague.
    ///
    /// @param answer null until there is one
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HelpJson(
            long id,
            PersonJson asker,
            PersonJson helper,
            String question,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        static HelpJson of(Help help) {
            return new HelpJson(
                    help.id(),
                    new PersonJson(help.askerId(), help.askerName()),
                    new PersonJson(help.helperId(), help.helperName()),
                    help.question(),
                    help.askedAt(),
                    help.answer().orElse(null),
                    help.answeredAt().orElse(null));
        }
    }

    static OwnershipJson of(Ownership ownership, Present present) {
        return new OwnershipJson(
                ownership.hands().stream().map(HandJson::of).toList(),
                ownership.people(),
                ownership.handovers().stream().map(HandoverJson::of).toList(),
                ownership.help().stream().map(HelpJson::of).toList(),
                present.looking().stream()
                        .map(one -> new PersonJson(one.memberId(), one.name()))
                        .toList(),
                present.drafter()
                        .map(one -> new PersonJson(one.memberId(), one.name()))
                        .orElse(null));
    }
}
