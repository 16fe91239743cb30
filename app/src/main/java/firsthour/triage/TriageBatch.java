package firsthour.triage;

import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// One transaction's worth of decisions about one brand. READ COMMITTED, so that it sees the case
/// that another node opened while it waited for its turn.
@Singleton
class TriageBatch {
    static final int SIZE = 50;

    private final TriageRows rows;
    private final Threads threads;
    private final Casework casework;
    private final Clock clock;

    TriageBatch(TriageRows rows, Threads threads, Casework casework, Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.casework = casework;
        this.clock = clock;
    }

    /// What was decided.
    ///
    /// @param all about how many mentions
    /// @param flagged those that came to a case now
    record Decided(int all, List<Long> flagged) {}

    /// Decides about the oldest mentions of a brand.
    ///
    /// @param after only mentions with greater ids
    @Transactional(isolation = Isolation.READ_COMMITTED)
    Decided decide(long brandId, long after) {
        rows.takeTurn(brandId);
        return decide(rows.lockJudged(brandId, after, SIZE));
    }

    /// The mentions that such a batch would take.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    List<Long> find(long brandId, long after) {
        return rows.lockJudged(brandId, after, SIZE);
    }

    /// Decides about one mention.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    Decided decideOne(long brandId, long mentionId) {
        rows.takeTurn(brandId);
        return decide(rows.lockJudged(mentionId).stream().toList());
    }

    private Decided decide(List<Long> ids) {
        return ids.isEmpty()
                ? new Decided(0, List.of())
                : new Decided(
                        ids.size(),
                        rows.findFacts(ids).stream()
                                .filter(this::decide)
                                .map(FactsRow::mentionId)
                                .toList());
    }

    /// @return whether it came to a case
    private boolean decide(FactsRow row) {
        var flagged = settle(row);
        rows.lookForSigns(row.mentionId());
        return flagged;
    }

    private boolean settle(FactsRow row) {
        var now = clock.instant();
        var settled = row.isSettled(now);
        var facts =
                row.facts(
                        row.words().indexOf('?') < 0
                                ? List.of()
                                : rows.findOwnHandles(row.brandId(), row.network()),
                        row.caseId() == null && !settled ? threads.findCase(row) : Optional.empty(),
                        threads.countEarlier(row),
                        now);
        var id = row.mentionId();
        var decision = TriageTable.decide(facts);
        switch (settled ? TriageTable.withoutCase(decision) : decision) {
            case Decision.Stays _ -> {
                rows.keep(id, facts.isThanks());
                casework.weigh(facts, facts.ownCase().orElseThrow());
            }
            case Decision.FoundReply reply -> {
                rows.addFoundReply(row.postId(), row.brandId(), reply.bot());
                rows.decide(id, Verdict.FOUND_REPLY, reply.reason(), null, false);
            }
            case Decision.Joins joins -> {
                rows.decide(id, Verdict.JOINED, joins.reason(), joins.caseId(), facts.isThanks());
                casework.join(facts, joins);
                return true;
            }
            case Decision.Reopens reopens -> {
                rows.decide(id, Verdict.JOINED, reopens.reason(), reopens.caseId(), false);
                casework.reopen(facts, reopens);
                return true;
            }
            case Decision.Opens opens -> {
                var caseId = casework.open(facts, opens);
                rows.decide(id, Verdict.FLAGGED, opens.reason(), caseId, false);
                return true;
            }
            case Decision.Listed listed ->
                    rows.decide(id, listed.verdict(), listed.reason(), null, false);
        }
        return false;
    }
}
