package firsthour.mention;

import firsthour.brand.Source;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The posts that are looked at again on their networks, and what becomes of those that are gone.
@Singleton
public class Watch {
    /// A look that a crash broke off is repeated after this.
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final WatchRows rows;
    private final EventLog events;
    private final Clock clock;

    Watch(WatchRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// Takes posts of a source that are due, the longest due first: nobody else takes them for ten
    /// minutes.
    @Transactional
    public List<Watched> take(long sourceId, int most) {
        var now = clock.instant();
        var due = rows.lockDue(sourceId, now, most);
        if (!due.isEmpty()) {
            rows.setLook(due.stream().map(Watched::id).toList(), now.plus(LEASE));
        }
        return due;
    }

    /// Says when a post is looked at next.
    ///
    /// @param at null for never again
    @Transactional
    public void settle(long postId, @Nullable Instant at) {
        rows.setLook(List.of(postId), at);
    }

    /// Has the posts of mentions that belong to a case by now looked at soon: its answer is waited
    /// for.
    @Transactional
    public void hurry(List<Long> mentionIds) {
        if (!mentionIds.isEmpty()) {
            rows.hurry(mentionIds, clock.instant().plus(LEASE));
        }
    }

    /// Leaves a source alone for a while.
    @Transactional
    public void postpone(long sourceId, Instant until) {
        rows.postpone(sourceId, until);
    }

    /// Takes text and author out of posts that are gone from their network, earlier versions and
    /// copies from other sources included, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void bury(List<Long> postIds) {
        if (!postIds.isEmpty()) {
            bury(
                    Stream.concat(postIds.stream(), rows.findCopies(postIds).stream()).toList(),
                    of -> new Event.PostDeleted(of.caseId(), of.brandId(), of.id()));
        }
    }

    /// Does so with posts of a network that were not seen there for so long that they may no longer
    /// be kept. Their copies from other networks stay.
    ///
    /// @return how many
    @Transactional
    public int expire(String network, Instant unseenSince, int most) {
        var ids = rows.lockUnseen(network, unseenSince, most);
        if (!ids.isEmpty()) {
            bury(ids, of -> new Event.PostExpired(of.caseId(), of.brandId(), of.id()));
            rows.forgetLinks(ids);
        }
        return ids.size();
    }

    /// Drops what posts were as they were written.
    ///
    /// @return how many
    @Transactional
    public int dropMarkup(Instant keptBefore, int most) {
        return rows.deleteMarkup(keptBefore, most);
    }

    private void bury(List<Long> ids, Function<WatchRows.InCase, Event> event) {
        rows.findInCases(ids).forEach(mention -> events.append(event.apply(mention)));
        rows.deleteRevisions(ids);
        rows.deleteMarkup(ids);
        rows.bury(ids, clock.instant());
        // After the posts themselves are locked: nobody signs them any more.
        rows.deleteSignatures(ids);
    }

    /// Does so with what a source's network says is gone, as far as it is stored.
    ///
    /// @param externalIds of posts
    /// @param handles of authors, of whom nothing stays
    @Transactional(propagation = Propagation.MANDATORY)
    public void bury(Source source, Set<String> externalIds, Set<String> handles) {
        var ids = new ArrayList<Long>();
        if (!externalIds.isEmpty()) {
            ids.addAll(rows.findPresent(source.id(), externalIds));
        }
        if (!handles.isEmpty()) {
            ids.addAll(rows.findPresentBy(source.id(), source.network(), handles));
        }
        bury(ids);
    }
}
