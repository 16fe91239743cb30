package firsthour.mention;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/// Stores posts, each once for a source, with their revisions.
@Singleton
public class Posts {
    private static final Duration HISTORY = Duration.ofDays(2);

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
    public record Batch(long sourceId, String network, Instant detectedAt, boolean live) {

        /// Whether a post is too old to open a case: published more than 48 h before it was seen.
        boolean isHistory(Post post) {
            return !live && post.publishedAt().isBefore(detectedAt.minus(HISTORY));
        }
    }

    /// Stores what is new or changed, in the caller's transaction. Of posts with the same id the
    /// last one stands. One batch of a source is stored at a time, on all nodes.
    ///
    /// @return what became of each post; as many as were given
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredPost> store(Batch batch, List<Post> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        rows.lockSource(batch.sourceId());
        var latest = new LinkedHashMap<String, Post>();
        posts.forEach(post -> latest.put(post.externalId(), post));
        var known = findKnown(batch, latest);
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
        for (int repeated = posts.size() - latest.size(); repeated > 0; repeated--) {
            stored.add(new StoredPost(0, posts.getFirst(), Fate.DUPLICATE));
        }
        return stored;
    }

    /// The newest posts, for trying a query.
    public List<PostRow> findLatest(int most) {
        return rows.findLatest(most);
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
        if (before.deletedAt() != null || before.contentKey().equals(PostText.contentKey(post))) {
            return Fate.DUPLICATE;
        }
        rows.keepRevision(before.id(), batch.detectedAt());
        rows.revise(
                before.id(),
                PostInserts.title(post),
                post.text(),
                PostInserts.rating(post),
                PostText.contentKey(post),
                post.editedAt().orElse(batch.detectedAt()));
        return Fate.REVISED;
    }
}
