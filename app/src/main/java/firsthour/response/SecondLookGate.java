package firsthour.response;

import static firsthour.language.Texts.t;

import firsthour.time.Clock;
import firsthour.triage.Case;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import firsthour.triage.ReplyKind;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets words pass to the network that a colleague has approved, for which nobody had the time, or
/// at which nobody has to look. Whoever calls holds the case's row.
@Singleton
class SecondLookGate {
    private final SecondLookRows rows;
    private final SecondLookEnds ends;
    private final LookRules rules;
    private final PublicWords words;
    private final Clock clock;

    SecondLookGate(
            SecondLookRows rows,
            SecondLookEnds ends,
            LookRules rules,
            PublicWords words,
            Clock clock) {
        this.rows = rows;
        this.ends = ends;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    /// Why a reply must not be posted yet; empty where it may. An approval counts from here on: of
    /// two at once one does.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Outcome> bar(Outbox.Wanted wanted, Case known) {
        var approval = wanted.approval();
        if (approval != null) {
            return ends.approve(approval.look(), wanted.text(), approval.byId())
                    ? Optional.empty()
                    : Optional.of(SecondLooks.over());
        }
        var open =
                rows.findOpen(wanted.caseId()).stream()
                        .filter(look -> !ends.endIfOver(look))
                        .findFirst();
        return open.isPresent()
                ? open.map(look ->
                        new Outcome.NotPossible(
                                t(
                                        "A colleague is asked for a second look, for {0} min at most. Wait for it, or take it back first.",
                                        minutes(look))))
                : needsNone(wanted.kind())
                        ? Optional.empty()
                        : rules.findFor(known.id(), known.brandId(), wanted.actor().role())
                                .flatMap(rule -> bar(rule, wanted, known));
    }

    /// One line that asks whether all is well answers nothing: no rule is about it.
    private static boolean needsNone(ReplyKind kind) {
        return kind == ReplyKind.FOLLOW_UP;
    }

    /// A reply of before the case was opened again says nothing of this one: a rule asks anew.
    private Optional<Outcome> bar(LookRule rule, Outbox.Wanted wanted, Case known) {
        if (rows.findPassed(known.id(), known.episode(), wanted.kind()).contains(wanted.text())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var end = words.findLookEnd(known.id(), known.episode(), now);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        if (!end.get().isAfter(now)) {
            waive(wanted, known, now);
            return Optional.empty();
        }
        return Optional.of(
                new Outcome.NotPossible(
                        t(
                                "By the rule “{0}” a colleague looks at these words before they are posted. Ask for a second look; it lapses by itself in time.",
                                rule.name())));
    }

    /// The customer's time is used up: nobody is asked, and that is written down.
    private void waive(Outbox.Wanted wanted, Case known, Instant now) {
        ends.endIfOver(
                rows.save(
                        SecondLookRow.asked(
                                known,
                                wanted.actor().memberId(),
                                null,
                                wanted.kind(),
                                wanted.text(),
                                "{}",
                                now,
                                now)));
    }

    private long minutes(SecondLookRow look) {
        return Duration.between(clock.instant(), look.dueAt()).plusSeconds(59).toMinutes();
    }
}
