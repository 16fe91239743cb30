package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.response.PraiseRows.Listed;
import firsthour.response.ReplyDraft.Problem;
import firsthour.response.ThanksOutbox.Wanted;
import firsthour.response.check.Checked;
import firsthour.response.check.ReplyCheck;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Praise, and the thanks for it: short words that are checked as replies are, and posted from here
/// or recorded, once for each post.
@Singleton
public class Thanks {
    private final PraiseRows rows;
    private final ThanksOutbox outbox;
    private final Letters letters;
    private final Contexts contexts;
    private final ReplyCheck check;
    private final Answering answering;
    private final PublicWords words;
    private final Clock clock;

    Thanks(
            PraiseRows rows,
            ThanksOutbox outbox,
            Letters letters,
            Contexts contexts,
            ReplyCheck check,
            Answering answering,
            PublicWords words,
            Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.letters = letters;
        this.contexts = contexts;
        this.check = check;
        this.answering = answering;
        this.words = words;
        this.clock = clock;
    }

    /// Praise, the newest first.
    ///
    /// @param brandId 0 for all
    /// @param before only what has a smaller id
    public List<Praise> list(long brandId, Praise.Which which, long before, int most) {
        var found =
                switch (which) {
                    case THANKED -> rows.listThanked(brandId, before, most);
                    case OPEN, ALL ->
                            brandId == 0
                                    ? rows.list(which.name(), before, most)
                                    : rows.listOf(brandId, which.name(), before, most);
                };
        return found.stream().map(row -> row.praise(clock.instant())).toList();
    }

    /// One post that praises, or that somebody was thanked for.
    public Optional<Praise> find(long mentionId) {
        return rows.find(mentionId).map(row -> row.praise(clock.instant()));
    }

    /// Whether and how somebody can be thanked from here.
    public Optional<Way> findWay(long mentionId) {
        return findLine(mentionId).map(Letters.Line::way);
    }

    /// What the check says while somebody types.
    ///
    /// @throws NoSuchElementException where there is no such praise
    public Reading read(long mentionId, long memberId, String text) {
        var tidy = Drafts.tidy(text).strip();
        var context = contexts.ofPraise(get(mentionId), memberId, findWay(mentionId));
        return answering.reading(tidy, check.checkAtOnce(tidy, context));
    }

    /// Posts thanks below the praise, unless something must be dealt with first.
    ///
    /// @param reasons why a finding is let stand, by its key
    /// @throws NoSuchElementException where there is no such praise
    public Dispatch post(long mentionId, Actor actor, String text, Map<String, String> reasons) {
        var praise = get(mentionId);
        var refused = refusal(praise, actor);
        if (refused.isPresent()) {
            return new Dispatch.Refused(refused.get());
        }
        var tidy = Drafts.tidy(text).strip();
        var line = findLine(mentionId);
        if (line.isEmpty()) {
            return invalid(
                    t(
                            "It cannot be posted from here. Copy your words, post them there and record them."));
        }
        var problem = line.get().problem(tidy);
        if (problem.isPresent()) {
            return new Dispatch.Invalid(List.of(problem.get()));
        }
        var checked = check(praise, actor, tidy);
        var open =
                checked.musts().stream()
                        .filter(it -> !Waivers.isWaived(it, tidy, reasons))
                        .toList();
        if (!open.isEmpty()) {
            return new Dispatch.Unready(open);
        }
        return outbox.intend(wanted(praise, actor, tidy, Waivers.given(checked, tidy, reasons)))
                .map(row -> outbox.settle(row, letters.post(line.get(), row.letter())))
                .orElseGet(() -> new Dispatch.Refused(already(mentionId)));
    }

    /// Records thanks that were posted by hand.
    ///
    /// @param reasons why a finding is let stand, by its key
    /// @throws NoSuchElementException where there is no such praise
    public Dispatch record(
            long mentionId, Actor actor, ReplyDraft draft, Map<String, String> reasons) {
        var praise = get(mentionId);
        var refused = refusal(praise, actor);
        if (refused.isPresent()) {
            return new Dispatch.Refused(refused.get());
        }
        var now = clock.instant();
        var problems = draft.problems(now, praise.publishedAt(), Optional.empty());
        if (!problems.isEmpty()) {
            return new Dispatch.Invalid(problems);
        }
        var tidy = Drafts.tidy(draft.text());
        var given =
                reasons.isEmpty()
                        ? List.<Waivers.Given>of()
                        : Waivers.given(check(praise, actor, tidy), tidy, reasons);
        return outbox.record(
                        wanted(praise, actor, tidy, given),
                        draft.url().isEmpty() ? null : draft.url(),
                        new EnteredTime(draft.postedAt()).between(praise.publishedAt(), now))
                ? new Dispatch.Posted()
                : new Dispatch.Refused(already(mentionId));
    }

    /// Tries once more what was not posted, or may have been: then it is looked for before.
    ///
    /// @throws NoSuchElementException where there is no such praise
    public Dispatch tryAgain(long mentionId, Actor actor) {
        var refused = refusal(get(mentionId), actor);
        if (refused.isPresent()) {
            return new Dispatch.Refused(refused.get());
        }
        var line = findLine(mentionId);
        if (line.isEmpty()) {
            return invalid(
                    t("It cannot be posted from here any more. Post it there and record it."));
        }
        return outbox.take(mentionId)
                .map(row ->
                        outbox.settle(
                                row,
                                row.unsure()
                                        ? letters.postUnlessThere(line.get(), row.letter())
                                        : letters.post(line.get(), row.letter())))
                .orElseGet(() -> new Dispatch.Refused(already(mentionId)));
    }

    /// Gives thanks up that were not posted.
    ///
    /// @return why that is not possible; empty when it was done
    /// @throws NoSuchElementException where there is no such praise
    public Optional<Outcome> drop(long mentionId, Actor actor) {
        var praise = get(mentionId);
        return words.findRefusal(actor)
                .or(() ->
                        outbox.drop(mentionId, praise.brandId(), actor.memberId())
                                ? Optional.empty()
                                : Optional.of(
                                        new Outcome.NotPossible(
                                                t(
                                                        "Nothing was changed: it is under way, or done. Look at the praise again."))));
    }

    private Optional<Outcome> refusal(Listed praise, Actor actor) {
        return words.findRefusal(actor)
                .or(() ->
                        praise.deletedAt() == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Outcome.NotPossible(
                                                t(
                                                        "The post was deleted: there is nothing left below which thanks could stand."))));
    }

    private Outcome already(long mentionId) {
        return new Outcome.NotPossible(
                find(mentionId)
                        .flatMap(Praise::thanks)
                        .map(it ->
                                it.reply().state() == Outgoing.State.SENT
                                        ? t("{0} has thanked already: once is enough.", it.by())
                                        : t(
                                                "{0} has written thanks that are not posted yet. Try those again, or give them up first.",
                                                it.by()))
                        .orElse(t("Somebody gave these thanks up meanwhile. Look again.")));
    }

    private Checked check(Listed praise, Actor actor, String tidy) {
        return check.check(
                tidy, contexts.ofPraise(praise, actor.memberId(), findWay(praise.mentionId())));
    }

    private Optional<Letters.Line> findLine(long mentionId) {
        return rows.findAnswered(mentionId).flatMap(letters::findLine);
    }

    private Listed get(long mentionId) {
        return rows.find(mentionId)
                .orElseThrow(() -> new NoSuchElementException("No praise " + mentionId));
    }

    private static Wanted wanted(
            Listed praise, Actor actor, String text, List<Waivers.Given> given) {
        return new Wanted(praise.mentionId(), praise.brandId(), actor.memberId(), text, given);
    }

    private static Dispatch invalid(String words) {
        return new Dispatch.Invalid(List.of(new Problem("text", words)));
    }
}
