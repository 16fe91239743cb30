package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A co-worker's look at a reply before it is posted, see [SecondLookRequests]: a colleague
/// approves the words, perhaps with changes, or sends them back. What is approved is posted as it
/// stands. Nobody gives it to their own words, and nobody has to wait for it for long: it lapses,
/// see [SecondLookWatch].
///
/// Every deed names the version of the case that the person saw.
@Singleton
public class SecondLooks {
    /// Characters of a note.
    public static final int MOST_NOTE = 2000;

    private final SecondLookRows rows;
    private final SecondLookEnds ends;
    private final ReplyRows replies;
    private final Answering answering;
    private final Sending sending;
    private final Drafts drafts;
    private final PublicWords words;
    private final ReasonsJson json;
    private final Clock clock;

    SecondLooks(
            SecondLookRows rows,
            SecondLookEnds ends,
            ReplyRows replies,
            Answering answering,
            Sending sending,
            Drafts drafts,
            PublicWords words,
            ReasonsJson json,
            Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.replies = replies;
        this.answering = answering;
        this.sending = sending;
        this.drafts = drafts;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /// The second looks of a case, the oldest first.
    @Transactional(readOnly = true)
    public List<SecondLook> findByCase(long caseId) {
        return read(rows.findNamed(caseId));
    }

    /// Those that wait for somebody on all cases, the most urgent first.
    @Transactional(readOnly = true)
    public List<SecondLook> findWaiting(int most) {
        return read(rows.findWaiting(clock.instant(), most));
    }

    /// How many of them wait for one member: who asks nobody in particular asks everybody else.
    @Transactional(readOnly = true)
    public int countWaiting(long memberId) {
        return rows.countWaiting(clock.instant(), memberId);
    }

    /// Approves the words and posts them as their author's reply. Where nothing is posted from
    /// here, they become the author's draft, to be copied.
    ///
    /// @param text as the colleague leaves it
    /// @param reasons why findings of the check are let stand, by their keys
    /// @throws NoSuchElementException where there is no such look on the case
    public Approving approve(
            long caseId,
            long version,
            long lookId,
            Actor actor,
            String text,
            Map<String, String> reasons) {
        var look = get(caseId, lookId);
        var approved = Drafts.tidy(text).strip();
        if (problem(approved).isPresent()) {
            return new Approving.Sent(
                    new Dispatch.Invalid(
                            List.of(
                                    new ReplyDraft.Problem(
                                            "text", problem(approved).get().message()))));
        }
        var role = findRole(look.askedBy());
        if (look.askedBy() == actor.memberId() || !actor.role().includes(Role.AGENT)) {
            return refusedApproval(notByThem(actor));
        }
        if (role.isEmpty()) {
            return refusedApproval(over());
        }
        var author = new Actor(look.askedBy(), role.get());
        var wanted =
                new Outbox.Wanted(
                        caseId,
                        version,
                        author,
                        look.kind(),
                        approved,
                        List.of(),
                        new Outbox.Approval(look, actor.memberId()));
        if (sending.isPostGone(caseId)) {
            return new Approving.Sent(sending.withoutPost(wanted));
        }
        if (sending.findWay(caseId).isEmpty()) {
            return approveForCopying(look, version, actor, author, approved);
        }
        return new Approving.Sent(answering.post(wanted, reasons));
    }

    @Transactional
    Approving approveForCopying(
            SecondLookRow look, long version, Actor actor, Actor author, String approved) {
        replies.lockCase(look.caseId());
        var checked = words.check(look.caseId(), version, author, look.kind());
        if (!(checked instanceof Outcome.Done)) {
            return refusedApproval(checked);
        }
        if (!ends.approve(look, approved, actor.memberId())) {
            return refusedApproval(over());
        }
        drafts.revise(look, approved);
        words.touch(look.caseId());
        return new Approving.ForCopying();
    }

    /// Sends the words back to their author; what was changed becomes the author's draft.
    ///
    /// @param text as the colleague leaves it
    /// @param note what the author has to know, 1 to [#MOST_NOTE] characters
    /// @throws NoSuchElementException where there is no such look on the case
    @Transactional
    public Looking sendBack(
            long caseId, long version, long lookId, Actor actor, String text, String note) {
        var look = get(caseId, lookId);
        var changed = Drafts.tidy(text).strip();
        var why = note.strip();
        var problem = problem(changed);
        if (problem.isPresent()) {
            return problem.get();
        }
        if (why.isEmpty() || why.length() > MOST_NOTE) {
            return new Looking.Invalid(
                    "note",
                    t(
                            "Write what is to be changed, in at most {0} characters.",
                            number(MOST_NOTE)));
        }
        if (look.askedBy() == actor.memberId()) {
            return new Looking.Refused(notByThem(actor));
        }
        replies.lockCase(caseId);
        var checked = words.checkHelping(caseId, version, actor);
        if (!(checked instanceof Outcome.Done)) {
            return new Looking.Refused(checked);
        }
        if (!ends.sendBack(look, changed, actor.memberId(), why)) {
            return new Looking.Refused(over());
        }
        words.touch(caseId);
        return new Looking.Done();
    }

    /// Asks for it no more: its author, or whoever has the case.
    ///
    /// @throws NoSuchElementException where there is no such look on the case
    @Transactional
    public Looking withdraw(long caseId, long version, long lookId, Actor actor) {
        var look = get(caseId, lookId);
        replies.lockCase(caseId);
        var checked =
                look.askedBy() == actor.memberId()
                        ? words.checkHelping(caseId, version, actor)
                        : words.check(caseId, version, actor, look.kind());
        if (!(checked instanceof Outcome.Done)) {
            return new Looking.Refused(checked);
        }
        if (!ends.withdraw(look, actor.memberId())) {
            return new Looking.Refused(over());
        }
        words.touch(caseId);
        return new Looking.Done();
    }

    private SecondLookRow get(long caseId, long lookId) {
        return rows.findById(lookId)
                .filter(row -> row.caseId() == caseId)
                .orElseThrow(() -> new NoSuchElementException("No second look " + lookId));
    }

    private List<SecondLook> read(List<SecondLookRow.Named> found) {
        return found.stream().map(row -> row.look(json.read(row.reasons()))).toList();
    }

    private Optional<Role> findRole(long memberId) {
        return rows.findRole(memberId).map(Role::valueOf);
    }

    static Optional<Looking.Invalid> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of(
                    new Looking.Invalid("text", t("Enter the words that are to be looked at.")));
        }
        return text.length() <= ReplyDraft.MOST_TEXT
                ? Optional.empty()
                : Optional.of(
                        new Looking.Invalid(
                                "text",
                                t(
                                        "The text is too long: {0} of {1} characters.",
                                        number(text.length()), number(ReplyDraft.MOST_TEXT))));
    }

    private static Outcome notByThem(Actor actor) {
        return new Outcome.NotPossible(
                actor.role().includes(Role.AGENT)
                        ? t(
                                "A second look is somebody else's: these are your own words. Ask a colleague.")
                        : t("Viewers read only. Ask an administrator for the role of an agent."));
    }

    static Outcome over() {
        return new Outcome.NotPossible(
                t(
                        "This second look is over: somebody was faster, it lapsed, or it was called off. Nothing was changed."));
    }

    private static Approving refusedApproval(Outcome why) {
        return new Approving.Sent(new Dispatch.Refused(why));
    }
}
