package firsthour.mention;

import firsthour.brand.Arrival;
import firsthour.connectors.Post;
import firsthour.mention.StoredPost.Fate;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores posts, each once for a source, with their revisions.
@Singleton
public class Posts {
    /// What is published longer than this before it is seen is history: it opens no case.
    public static final Duration HISTORY = Duration.ofDays(2);

    /// When a post was seen last is known to the day.
    private static final Duration SIGHT = Duration.ofDays(1);

    /// From so many on it matters how often a post was passed on.
    private static final long MANY = 10;

    private final PostRows rows;
    private final PostInserts inserts;

    Posts(PostRows rows, PostInserts inserts) {
        this.rows = rows;
        this.inserts = inserts;
    }

    /// Where a batch of posts came from.
    ///
    /// @param detectedAt when this installation first saw them
    /// @param live whether old posts open cases as well
    /// @param kept for how long its posts may be kept unseen; null for as long as one likes
    public record Batch(
            long sourceId,
            String network,
            Instant detectedAt,
            boolean live,
            @Nullable Duration kept) {

        boolean isRead() {
            return Arrival.of(network) == Arrival.READ;
        }

        /// Whether a post is too old to open a case: published more than 48 h before it was seen.
        boolean isHistory(Post post) {
            return !live && post.publishedAt().isBefore(detectedAt.minus(HISTORY));
        }
    }

    /// Who wrote a post and when, which no edit changes.
    private record Origin(@Nullable String handle, Instant publishedAt) {
        /// A date that lies ahead becomes the time of reading, and so differs between two readings
        /// of one file; by no more than posts may be dated ahead.
        private static final Duration SAME_DATE = Duration.ofDays(1);

        static Origin of(Post post) {
            return new Origin(PostInserts.handle(post), post.publishedAt());
        }

        static Origin of(PostRows.Known known) {
            return new Origin(known.authorHandle(), known.publishedAt());
        }

        boolean isAlso(Origin other) {
            return Objects.equals(handle, other.handle)
                    && Duration.between(publishedAt, other.publishedAt).abs().compareTo(SAME_DATE)
                            <= 0;
        }
    }

    /// Stores what is new or changed, in the caller's transaction. Of posts with the same id the
    /// last one stands, except that a network's ids are its own and those of what is handed in may
    /// be any table's row numbers: there, another author or date means another post, which is not
    /// stored. One batch of a source is stored at a time, on all nodes.
    ///
    /// @return what became of each post; as many as were given
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredPost> store(Batch batch, List<Post> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        rows.lockSource(batch.sourceId());
        var latest = new LinkedHashMap<String, Post>();
        var strangers = new ArrayList<StoredPost>();
        for (var post : posts) {
            var before = latest.get(post.externalId());
            if (before != null && !batch.isRead() && !Origin.of(before).isAlso(Origin.of(post))) {
                strangers.add(new StoredPost(0, post, Fate.STRANGER));
            } else {
                latest.put(post.externalId(), post);
            }
        }
        var known = findKnown(batch, latest);
        see(batch, known);
        removeBuried(latest, known);
        var fresh =
                latest.values().stream().filter(p -> !known.containsKey(p.externalId())).toList();
        var copies = findCopies(batch, fresh);
        inserts.insert(batch, fresh, copies);
        var ids = fresh.isEmpty() ? known : findKnown(batch, latest);

        var stored = new ArrayList<StoredPost>(posts.size());
        for (var post : latest.values()) {
            var id = ids.get(post.externalId());
            if (id == null) {
                throw new IllegalStateException("A post was stored and is not there");
            }
            stored.add(new StoredPost(id.id(), post, fate(batch, post, known, copies)));
        }
        stored.addAll(strangers);
        while (stored.size() < posts.size()) {
            stored.add(new StoredPost(0, posts.getFirst(), Fate.DUPLICATE));
        }
        return stored;
    }

    /// The newest posts, for trying a query.
    public List<PostRow> findLatest(int most) {
        return rows.findLatest(most);
    }

    /// Stored posts that a brand's late query is to look at, the newest first.
    ///
    /// @param upTo the greatest id
    public List<PostRow> findForLate(long brandId, long upTo, int most) {
        return rows.findForLate(brandId, upTo, most);
    }

    /// Keeps posts for thirty days as they were written, in the caller's transaction; how they were
    /// written before an edit is forgotten.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepMarkup(List<StoredPost> posts, Instant now) {
        var revised =
                posts.stream()
                        .filter(post -> post.fate() == Fate.REVISED)
                        .map(StoredPost::id)
                        .toList();
        if (!revised.isEmpty()) {
            rows.forgetMarkup(revised);
        }
        inserts.keepMarkup(posts, now);
    }

    private void see(Batch batch, Map<String, PostRows.Known> known) {
        if (batch.kept() != null && !known.isEmpty()) {
            rows.see(
                    known.values().stream().map(PostRows.Known::id).toList(),
                    batch.detectedAt(),
                    batch.detectedAt().minus(SIGHT));
        }
    }

    /// What was deleted does not come back through another source, unless it stands there as well.
    private void removeBuried(Map<String, Post> posts, Map<String, PostRows.Known> known) {
        var links =
                posts.values().stream()
                        .filter(post -> !post.own())
                        .flatMap(p -> PostText.linkKey(p).stream())
                        .toList();
        if (links.isEmpty()) {
            return;
        }
        var buried = rows.findBuried(links);
        posts.values()
                .removeIf(post ->
                        !post.own()
                                && !known.containsKey(post.externalId())
                                && PostText.linkKey(post).filter(buried::contains).isPresent());
    }

    private Map<String, PostRows.Known> findKnown(Batch batch, Map<String, Post> posts) {
        return rows.findKnown(batch.sourceId(), List.copyOf(posts.keySet())).stream()
                .collect(Collectors.toMap(PostRows.Known::externalId, Function.identity()));
    }

    private Map<String, Long> findCopies(Batch batch, List<Post> fresh) {
        var links = fresh.stream().flatMap(p -> PostText.linkKey(p).stream()).distinct().toList();
        return links.isEmpty()
                ? Map.of()
                : rows.findByLink(links, batch.sourceId()).stream()
                        .collect(Collectors.toMap(PostRows.Linked::linkKey, PostRows.Linked::id));
    }

    private Fate fate(
            Batch batch, Post post, Map<String, PostRows.Known> known, Map<String, Long> copies) {
        var before = known.get(post.externalId());
        if (before == null) {
            return PostText.linkKey(post).filter(copies::containsKey).isPresent()
                    ? Fate.COPY
                    : Fate.NEW;
        }
        // A tombstone stays one: what its author deleted is not taken back from a late page.
        if (before.deletedAt() != null) {
            return Fate.DUPLICATE;
        }
        if (!batch.isRead() && !Origin.of(before).isAlso(Origin.of(post))) {
            return Fate.STRANGER;
        }
        boolean spread = spread(before, post);
        if (before.contentKey().equals(PostText.contentKey(post))) {
            return spread ? Fate.SPREAD : Fate.DUPLICATE;
        }
        rows.keepRevision(before.id(), batch.detectedAt());
        int revised =
                rows.revise(
                        before.id(),
                        PostInserts.title(post),
                        post.text(),
                        PostInserts.rating(post),
                        PostText.contentKey(post),
                        post.editedAt().orElse(batch.detectedAt()));
        // It may have become a tombstone since it was looked up.
        return revised == 1 ? Fate.REVISED : Fate.DUPLICATE;
    }

    /// The number with zeros behind its first digit.
    private static long rounded(long number) {
        long unit = 1;
        while (number / unit >= 10) {
            unit *= 10;
        }
        return number / unit * unit;
    }

    /// Notes how often a post was passed on by now.
    ///
    /// @return whether that is many, and more than before in its first digit
    private boolean spread(PostRows.Known before, Post post) {
        if (post.reposts().isEmpty()) {
            return false;
        }
        long now = post.reposts().getAsLong();
        long then = before.reposts() == null ? 0 : before.reposts();
        if (now != then) {
            rows.setReposts(before.id(), now);
        }
        return now >= MANY && rounded(now) > rounded(then);
    }
}
