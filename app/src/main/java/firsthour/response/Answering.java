package firsthour.response;

import firsthour.response.check.Checked;
import firsthour.response.check.Context;
import firsthour.response.check.ReplyCheck;
import firsthour.triage.Actor;
import firsthour.triage.ReplyKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writing a reply, from the first letter until it is public: checked as it is typed, and once more
/// before it is sent. What must be dealt with is put right, or let stand with a reason; until then
/// nothing is sent, and the draft is kept.
///
/// Words that were posted by hand are public already: the check shows what it finds before they are
/// copied, and stops nobody from recording what was said.
@Singleton
public class Answering {
    private final Contexts contexts;
    private final ReplyCheck check;
    private final SaidRows said;
    private final Sending sending;
    private final Replies replies;

    Answering(
            Contexts contexts, ReplyCheck check, SaidRows said, Sending sending, Replies replies) {
        this.contexts = contexts;
        this.check = check;
        this.said = said;
        this.sending = sending;
        this.replies = replies;
    }

    /// What the check says while somebody types; empty when there is no such case.
    public Optional<Reading> read(long caseId, long memberId, ReplyKind kind, String text) {
        var words = Drafts.tidy(text).strip();
        return contexts.find(caseId, memberId, kind)
                .map(context -> reading(words, check.checkAtOnce(words, context)));
    }

    /// Posts a reply on the network, unless something must be dealt with first.
    ///
    /// @param version of the case, as the person saw it
    /// @param reasons why a finding is let stand, by its key
    public Dispatch post(
            long caseId,
            long version,
            Actor actor,
            ReplyKind kind,
            String text,
            Map<String, String> reasons) {
        var words = Drafts.tidy(text).strip();
        return post(new Outbox.Wanted(caseId, version, actor, kind, words, List.of()), reasons);
    }

    /// Posts a reply with or without a colleague's approval.
    ///
    /// @param reasons why a finding is let stand, by its key
    Dispatch post(Outbox.Wanted wanted, Map<String, String> reasons) {
        var words = wanted.text();
        var checked = check(wanted.caseId(), wanted.actor(), wanted.kind(), words);
        var open =
                checked.musts().stream()
                        .filter(it -> !Waivers.isWaived(it, words, reasons))
                        .toList();
        return open.isEmpty()
                ? sending.send(wanted.with(Waivers.given(checked, words, reasons)))
                : new Dispatch.Unready(open);
    }

    /// Records a reply that was posted by hand, with the reasons that were given for it.
    ///
    /// @param version of the case, as the person saw it
    /// @param reasons why a finding is let stand, by its key
    public Recording record(
            long caseId,
            long version,
            Actor actor,
            ReplyKind kind,
            ReplyDraft draft,
            Map<String, String> reasons) {
        var words = Drafts.tidy(draft.text());
        var given =
                reasons.isEmpty()
                        ? List.<Waivers.Given>of()
                        : Waivers.given(check(caseId, actor, kind, words), words, reasons);
        return replies.record(caseId, version, actor, draft, kind, given);
    }

    private Checked check(long caseId, Actor actor, ReplyKind kind, String words) {
        return contexts.find(caseId, actor.memberId(), kind)
                .map((Context context) -> check.check(words, context))
                .orElseGet(() -> new Checked(List.of(), Optional.empty(), false));
    }

    Reading reading(String words, Checked checked) {
        return new Reading(
                words,
                checked.findings(),
                checked.likest()
                        .flatMap(likeness ->
                                said.findSaid(likeness.id())
                                        .map(it ->
                                                new Reading.Twin(
                                                        likeness.percent(),
                                                        it.text(),
                                                        Optional.ofNullable(it.memberName()),
                                                        Optional.ofNullable(it.authorHandle()),
                                                        it.postedAt(),
                                                        it.caseId()))),
                checked.spellingWaits());
    }
}
