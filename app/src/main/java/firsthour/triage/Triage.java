package firsthour.triage;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what becomes of judged mentions. Any number of nodes may sweep at once.
@Singleton
public class Triage {
    private static final Logger LOG = LoggerFactory.getLogger(Triage.class);

    private final TriageRows rows;
    private final TriageBatch batch;

    Triage(TriageRows rows, TriageBatch batch) {
        this.rows = rows;
        this.batch = batch;
    }

    /// Decides about all mentions that wait.
    ///
    /// @return about how many it decided
    public int sweep() {
        return rows.findBrandsToTriage().stream().mapToInt(this::sweep).sum();
    }

    private int sweep(long brandId) {
        var all = 0;
        var after = 0L;
        while (true) {
            try {
                var some = batch.decide(brandId, after);
                all += some;
                if (some < TriageBatch.SIZE) {
                    return all;
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "A batch of brand {} failed; its mentions are tried one by one",
                        brandId,
                        e);
                var ids = batch.find(brandId, after);
                if (ids.isEmpty()) {
                    return all;
                }
                all += ids.stream().mapToInt(id -> one(brandId, id)).sum();
                after = ids.getLast();
            }
        }
    }

    /// One mention that cannot be decided waits for the next sweep and holds up no other.
    private int one(long brandId, long mentionId) {
        try {
            batch.decideOne(brandId, mentionId);
            return 1;
        } catch (RuntimeException e) {
            LOG.error("Mention {} could not be triaged; it is tried again", mentionId, e);
            return 0;
        }
    }
}
