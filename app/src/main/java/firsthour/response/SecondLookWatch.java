package firsthour.response;

import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends second looks that nobody gave in time, and those that have nothing to look at any more.
/// Each is a transaction of its own, so that one that cannot be ended holds up none of the others.
@Singleton
public class SecondLookWatch {
    static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(SecondLookWatch.class);

    private final SecondLookRows rows;
    private final ReplyRows replies;
    private final SecondLookEnds ends;
    private final Clock clock;

    SecondLookWatch(SecondLookRows rows, ReplyRows replies, SecondLookEnds ends, Clock clock) {
        this.rows = rows;
        this.replies = replies;
        this.ends = ends;
        this.clock = clock;
    }

    /// Ends what is over now. Any number of nodes may sweep at once.
    public void sweep() {
        for (var id : rows.findOver(clock.instant(), MOST)) {
            try {
                end(id);
            } catch (RuntimeException e) {
                LOG.error("Second look {} could not be ended", id, e);
            }
        }
    }

    /// Locks the case first, as every deed does.
    @Transactional
    void end(long id) {
        var caseId = rows.findCase(id);
        if (caseId.isPresent()) {
            replies.lockCase(caseId.get());
            rows.findById(id).ifPresent(ends::endIfOver);
        }
    }
}
