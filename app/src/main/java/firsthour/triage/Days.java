package firsthour.triage;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Set;

/// Finds what waits for a person.
@Singleton
public class Days {
    /// Cases, offers and questions that are read, of each.
    public static final int MOST = 200;

    private final DayRows rows;
    private final Queue queue;

    Days(DayRows rows, Queue queue) {
        this.rows = rows;
        this.queue = queue;
    }

    /// What waits for a member.
    @Transactional(readOnly = true)
    public Day find(long memberId) {
        var kept = rows.findKept(memberId, MOST + 1);
        return new Day(
                rows.findOffers(memberId, MOST),
                rows.findQuestions(memberId, MOST),
                queue.find(kept.subList(0, Math.min(MOST, kept.size()))),
                Set.copyOf(rows.findCameBack(memberId)),
                kept.size() > MOST);
    }
}
