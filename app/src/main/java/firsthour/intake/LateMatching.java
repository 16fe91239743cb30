package firsthour.intake;

import firsthour.brand.TrackedQueries;
import firsthour.mention.Mentions;
import firsthour.mention.PostRow;
import firsthour.mention.Posts;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks through the stored posts for queries that were added after them, the newest first. What
/// was published within the last two days may open a case, as if it had just been found; what is
/// older is history.
@Singleton
public class LateMatching {
    private static final int BATCH = 500;

    private final TrackedQueries queries;
    private final Posts posts;
    private final Mentions mentions;
    private final Clock clock;

    LateMatching(TrackedQueries queries, Posts posts, Mentions mentions, Clock clock) {
        this.queries = queries;
        this.posts = posts;
        this.mentions = mentions;
        this.clock = clock;
    }

    /// Matches one batch of posts with one late query, in one transaction: a crash repeats it, and
    /// a mention that exists stays.
    ///
    /// @return whether there may be more to do
    @Transactional
    public boolean sweepBatch() {
        var late = queries.takeLate();
        late.ifPresent(this::look);
        return late.isPresent();
    }

    private void look(TrackedQueries.Late late) {
        var brandId = late.query().brandId();
        var batch = posts.findForLate(brandId, late.upTo(), BATCH);
        mentions.add(matches(late, batch, clock.instant()));
        queries.keepLate(
                late.query().id(), batch.size() < BATCH ? null : (Long) (batch.getLast().id() - 1));
    }

    private static List<Mentions.Match> matches(
            TrackedQueries.Late late, List<PostRow> batch, Instant now) {
        var found = late.match(batch.stream().map(PostRow::words).toList());
        var matches = new ArrayList<Mentions.Match>();
        for (int i = 0; i < batch.size(); i++) {
            if (found.get(i)) {
                var post = batch.get(i);
                matches.add(
                        new Mentions.Match(
                                post.id(),
                                late.query().brandId(),
                                post.publishedAt(),
                                now,
                                post.publishedAt().isBefore(now.minus(Posts.HISTORY))));
            }
        }
        return matches;
    }
}
