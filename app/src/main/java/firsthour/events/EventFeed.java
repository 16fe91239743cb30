package firsthour.events;

import firsthour.events.EventLog.Recorded;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/// The log as a stream that others read from a place on.
///
/// The id of an event is no such place: it is taken when the event is written and seen when its
/// transaction commits, so a lower one may appear behind a higher one. Places are given only to
/// what is committed, and by one at a time, who commits before the next begins: whoever has read up
/// to a place has missed nothing before it.
@Singleton
public class EventFeed {
    private static final int BATCH = 500;

    private final EventFeedRows rows;
    private final EventLog log;

    EventFeed(EventFeedRows rows, EventLog log) {
        this.rows = rows;
        this.log = log;
    }

    /// An event in the stream.
    ///
    /// @param position its place, 1 and up; a place may be left out
    public record Placed(long position, Recorded recorded) {}

    /// Reads on.
    ///
    /// @param position the place of the last event that was read; 0 for none
    /// @param most events, 1 or more
    public List<Placed> findAfter(long position, int most) {
        placeAll();
        return rows.findAfter(position, most).stream()
                .map(row ->
                        new Placed(
                                row.position(),
                                log.recorded(row.id(), row.at(), row.type(), row.data())))
                .toList();
    }

    /// The last place that was given.
    public long getLast() {
        placeAll();
        return rows.getLast();
    }

    private void placeAll() {
        while (rows.anyWithoutPlace() && place() == BATCH) {
            // There may be more.
        }
    }

    /// Gives places to the oldest that have none.
    ///
    /// @return how many
    @Transactional
    int place() {
        long last = rows.lockLast();
        var ids = rows.findWithoutPlace(BATCH);
        if (!ids.isEmpty()) {
            rows.place(last, ids);
            rows.keepLast(last + ids.size());
        }
        return ids.size();
    }
}
