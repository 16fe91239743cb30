package firsthour.triage;

import firsthour.mention.Watch;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what becomes of judged mentions. Any number of nodes may sweep at once.
@Singleton
public class Triage {
    private static final Logger LOG = LoggerFactory.getLogger(Triage.class);

    private final TriageRows rows;
    private final TriageBatch batch;
    private final Watch watch;

    Triage(TriageRows rows, TriageBatch batch, Watch watch) {
        this.rows = rows;
        this.batch = batch;
        this.watch = watch;
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
                int some = done(batch.decide(brandId, after));
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

    /// Posts are locked after the mentions are let go: whoever stores posts locks those first.
    private int done(TriageBatch.Decided decided) {
        watch.hurry(decided.flagged());
        return decided.all();
    }

    /// One mention that cannot be decided waits for the next sweep and holds up no other.
    private int one(long brandId, long mentionId) {
        try {
            return done(batch.decideOne(brandId, mentionId));
        } catch (RuntimeException e) {
            LOG.error("Mention {} could not be triaged; it is tried again", mentionId, e);
            return 0;
        }
    }
}
