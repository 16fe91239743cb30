package firsthour.brand;

import firsthour.connectors.Search;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The stored queries of all brands, ready to match; read anew whenever one was added or removed,
/// on whichever node.
@Singleton
public class TrackedQueries {
    private final TrackedQueryRows rows;
    private final ReentrantLock lock = new ReentrantLock();
    private String fingerprint = "";
    private @Nullable Matcher matcher;

    TrackedQueries(TrackedQueryRows rows) {
        this.rows = rows;
    }

    /// The brands that each text mentions, in the order of the texts.
    public List<Set<Long>> match(List<String> texts) {
        lock.lock();
        try {
            return current().match(texts);
        } finally {
            lock.unlock();
        }
    }

    /// A query that was added after posts were stored.
    ///
    /// @param upTo posts up to this id are still to be matched
    public record Late(TrackedQuery query, long upTo) {

        /// Which of these texts it matches.
        ///
        /// @return one answer for each text, in their order
        public List<Boolean> match(List<String> texts) {
            try (var matcher = Matcher.of(List.of(query))) {
                return matcher.match(texts).stream().map(brands -> !brands.isEmpty()).toList();
            } catch (QueryError e) {
                throw unreadable(e);
            }
        }
    }

    /// Takes a late query, locked until the caller's transaction ends; empty when there is none.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Late> takeLate() {
        return rows.lockLate().map(query -> new Late(query, rows.getUnmatchedUpTo(query.id())));
    }

    /// Keeps how far a late query has come, in the caller's transaction.
    ///
    /// @param upTo posts up to this id are still to be matched; null when none is
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepLate(long queryId, @Nullable Long upTo) {
        rows.setUnmatchedUpTo(queryId, upTo);
    }

    /// What a network is asked for on behalf of a brand.
    public Search searchFor(long brandId) {
        return new Search(
                rows.findByBrandIdOrderById(brandId).stream()
                        .flatMap(tracked -> read(tracked).searchPhrases().stream())
                        .distinct()
                        .toList());
    }

    @PreDestroy
    void close() {
        if (matcher != null) {
            matcher.close();
        }
    }

    private Matcher current() {
        var now = rows.getFingerprint();
        var ready = matcher;
        if (ready != null && now.equals(fingerprint)) {
            return ready;
        }
        try {
            var fresh = Matcher.of(rows.listOrderById());
            close();
            matcher = fresh;
            fingerprint = now;
            return fresh;
        } catch (QueryError e) {
            throw unreadable(e);
        }
    }

    private static Expression read(TrackedQuery tracked) {
        try {
            return QueryParser.parse(tracked.query());
        } catch (QueryError e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(QueryError e) {
        return new IllegalStateException("A stored query was readable when it was stored", e);
    }
}
