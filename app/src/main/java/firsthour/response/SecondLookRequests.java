package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Role;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import firsthour.triage.ReplyKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Asks colleagues for second looks. Whoever writes to the customer asks, for one reply at a time.
@Singleton
public class SecondLookRequests {
    private final SecondLookRows rows;
    private final SecondLookEnds ends;
    private final ReplyRows replies;
    private final OutgoingRows outgoing;
    private final LookRules rules;
    private final PublicWords words;
    private final ReasonsJson json;
    private final EventLog events;
    private final Clock clock;

    SecondLookRequests(
            SecondLookRows rows,
            SecondLookEnds ends,
            ReplyRows replies,
            OutgoingRows outgoing,
            LookRules rules,
            PublicWords words,
            ReasonsJson json,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.replies = replies;
        this.outgoing = outgoing;
        this.rules = rules;
        this.words = words;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /// The rule by which somebody's reply to a case needs one; empty where none does.
    @Transactional(readOnly = true)
    public Optional<LookRule> findRule(long caseId, long brandId, Actor author) {
        return rules.findFor(caseId, brandId, author.role());
    }

    /// Asks for one.
    ///
    /// @param reasons why findings of the check are let stand, by their keys
    /// @param colleague who is asked; 0 for anybody who may answer
    @Transactional
    public Looking ask(
            long caseId,
            long version,
            Actor actor,
            ReplyKind kind,
            String text,
            Map<String, String> reasons,
            long colleague) {
        var asked = Drafts.tidy(text).strip();
        var problem = SecondLooks.problem(asked);
        if (problem.isPresent()) {
            return problem.get();
        }
        if (colleague == actor.memberId()) {
            return new Looking.Invalid(
                    "colleague", t("Ask somebody else: these are your own words."));
        }
        if (colleague != 0
                && rows.findRole(colleague)
                        .map(Role::valueOf)
                        .filter(role -> role.includes(Role.AGENT))
                        .isEmpty()) {
            return new Looking.Invalid(
                    "colleague", t("Choose a colleague who may answer, or nobody in particular."));
        }
        replies.lockCase(caseId);
        return switch (words.check(caseId, version, actor, kind)) {
            case Outcome.Done(Case known) ->
                    ask(known, actor, kind, asked, json.write(reasons), colleague);
            case Outcome refused -> new Looking.Refused(refused);
        };
    }

    private Looking ask(
            Case known, Actor actor, ReplyKind kind, String asked, String reasons, long colleague) {
        if (!rows.findOpen(known.id()).stream().allMatch(ends::endIfOver)) {
            return refused(
                    t("A second look is asked for already. Wait for it, or take it back first."));
        }
        if (!outgoing.findOpen(known.id()).isEmpty()) {
            return refused(
                    t(
                            "A reply to this case is still on its way. Wait for it, or give it up first."));
        }
        var now = clock.instant();
        var end = words.findLookEnd(known.id(), known.episode(), now);
        if (end.isEmpty()) {
            return refused(
                    t(
                            "The brand's policies leave no time for second looks. Go on without, or ask a manager to set a time for them."));
        }
        if (!end.get().isAfter(now)) {
            return refused(
                    t(
                            "There is no time left for a second look: a word to the customer is due at once. Go on without."));
        }
        var row =
                rows.save(
                        SecondLookRow.asked(
                                known,
                                actor.memberId(),
                                colleague == 0 ? null : colleague,
                                kind,
                                asked,
                                reasons,
                                now,
                                end.get()));
        events.append(
                new Event.SecondLookAsked(
                        known.id(),
                        known.brandId(),
                        actor.memberId(),
                        row.id(),
                        kind.name(),
                        colleague,
                        end.get()));
        words.touch(known.id());
        return new Looking.Asked(row.id(), end.get());
    }

    private static Looking refused(String advice) {
        return new Looking.Refused(new Outcome.NotPossible(advice));
    }
}
