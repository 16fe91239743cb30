package firsthour.triage;

import static firsthour.language.Texts.t;

import firsthour.brand.Networks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Tells a person why two cases do not become one, or one not two again.
@Singleton
class MergeRefusals {
    private final CaseRows cases;
    private final MergeRows rows;
    private final ContactRows contacts;
    private final Refusals refusals;
    private final Networks networks;

    MergeRefusals(
            CaseRows cases,
            MergeRows rows,
            ContactRows contacts,
            Refusals refusals,
            Networks networks) {
        this.cases = cases;
        this.rows = rows;
        this.contacts = contacts;
        this.refusals = refusals;
        this.networks = networks;
    }

    /// Why two cases, which are locked, are not merged; empty where they may be.
    Optional<Outcome> ofMerging(Mergers.Pair pair, Actor actor) {
        var one = cases.findById(pair.caseId()).orElse(null);
        var other = cases.findById(pair.otherId()).orElse(null);
        if (pair.caseId() == pair.otherId()) {
            return no(t("Choose another case than this one."));
        }
        if (one == null || other == null || one.brandId() != other.brandId()) {
            return no(
                    t(
                            "There is no case {0} of this brand. Choose another one.",
                            one == null ? pair.caseId() : pair.otherId()));
        }
        return ofWork(one.id(), pair.version(), actor)
                .or(() ->
                        ofWork(other.id(), pair.otherVersion().orElse(other.version()), actor)
                                .map(outcome -> named(other.id(), outcome)))
                .or(() -> ofBoth(one, other, pair));
    }

    /// Why a case, which is locked, is not split back; empty where it may be.
    Optional<Outcome> ofSplittingBack(long survivorId, long version, long mergedId, Actor actor) {
        var merged = cases.findById(mergedId).orElse(null);
        if (merged == null
                || merged.mergedIntoId() == null
                || merged.mergedIntoId() != survivorId) {
            return no(t("Case {0} is not part of this case any more. Look at case {0}.", mergedId));
        }
        long into = rows.findStanding(mergedId).orElseThrow().survivorId();
        if (into != survivorId) {
            return no(
                    t(
                            "Case {0} came along with case {1}. Split that one back first.",
                            mergedId, into));
        }
        return ofWork(survivorId, version, actor)
                .or(() ->
                        rows.findCase(merged.mentionId()).filter(at -> at == survivorId).isPresent()
                                ? Optional.empty()
                                : no(
                                        t(
                                                "The post that opened case {0} is not here any more, so it cannot be split back.",
                                                mergedId)));
    }

    private Optional<Outcome> ofWork(long caseId, long version, Actor actor) {
        if (rows.mayWork(caseId, version, actor.memberId(), actor.mayOverrule())) {
            return Optional.empty();
        }
        var row = cases.findById(caseId).orElseThrow();
        return Optional.of(
                row.state() == CaseState.OPEN && row.assigneeId() == null
                        ? refusals.ofClaim(caseId, version, actor)
                        : refusals.ofWork(caseId, version, actor));
    }

    private Optional<Outcome> ofBoth(CaseRow one, CaseRow other, Mergers.Pair pair) {
        if (one.assigneeId() == null && other.assigneeId() == null) {
            return no(t("Nobody has either case yet. Claim one of them first."));
        }
        var kept = pair.keepId().orElse(Math.min(one.id(), other.id()));
        if (kept != one.id() && kept != other.id()) {
            return no(t("Choose which of both cases stays."));
        }
        var survivor = kept == one.id() ? one : other;
        var merged = kept == one.id() ? other : one;
        if (!isOneCustomer(one, other) && (isSpokenOn(one) || isSpokenOn(other))) {
            return no(
                    t(
                            "Cases {0} and {1} are of different customers, and one of them has heard from us: the other would count as answered. Group them under one cause instead.",
                            one.id(), other.id()));
        }
        if (!isSpokenOn(survivor)
                && merged.dueAt() != null
                && merged.dueAt().isBefore(due(survivor))) {
            return no(
                    t(
                            "Case {0} is due sooner. Keep that one, so that its deadline stays.",
                            merged.id()));
        }
        return Optional.empty();
    }

    /// A mere name, which several people may have, is nobody in particular.
    private boolean isOneCustomer(CaseRow one, CaseRow other) {
        return one.authorHandle() != null
                && Objects.equals(one.authorHandle(), other.authorHandle())
                && one.network().equals(other.network())
                && !networks.listNamesOnly().contains(one.network());
    }

    private boolean isSpokenOn(CaseRow row) {
        return row.acknowledgedAt() != null
                || row.answeredAt() != null
                || contacts.findFirst(row.id(), row.episode()).isPresent();
    }

    private static Instant due(CaseRow row) {
        return row.dueAt() == null ? Instant.MAX : row.dueAt();
    }

    private static Outcome named(long caseId, Outcome outcome) {
        return outcome instanceof Outcome.NotPossible(String advice)
                ? new Outcome.NotPossible(t("Case {0}: {1}", caseId, advice))
                : outcome;
    }

    private static Optional<Outcome> no(String advice) {
        return Optional.of(new Outcome.NotPossible(advice));
    }
}
