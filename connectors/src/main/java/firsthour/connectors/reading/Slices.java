package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Walks through a search that can be asked for a slice of time, slice by slice, oldest first.
///
/// Such searches give so many posts and no more. So a slice that holds more than came is halved
/// until it fits. What was read last is read again for a while, because indexes lag behind.
public final class Slices {
    private final InstantSource clock;
    private final Reach reach;
    private final PostRules rules;

    public Slices(InstantSource clock, Reach reach) {
        this.clock = clock;
        this.reach = reach;
        this.rules = new PostRules(clock);
    }

    /// How far the walk goes back.
    ///
    /// @param backfill before the first pull, and the widest slice
    /// @param overlap how much later than it was written a post may be found
    public record Reach(Duration backfill, Duration overlap) {}

    /// What came of a slice.
    public sealed interface Slice {
        /// All posts of the slice, in no order; a post may occur twice.
        record Complete(List<Post> posts, List<Pull.Rejected> rejected, Budget budget)
                implements Slice {
            public Complete {
                posts = List.copyOf(posts);
                rejected = List.copyOf(rejected);
            }
        }

        /// There is more than one slice gives: ask for less.
        record TooMany() implements Slice {}

        record Refused(Refusal why, Budget budget) implements Slice {}
    }

    /// Asks a network for what holds a phrase and was written from `start` to before `end`, in
    /// seconds of the epoch.
    @FunctionalInterface
    public interface Asking {
        /// Asks once.
        ///
        /// @param divisible whether less can be asked for; else what comes has to do
        Slice ask(String phrase, long start, long end, boolean divisible);
    }

    /// Reads the next slice for one phrase: so a network that wants a pause gets it between two
    /// phrases.
    public Pull pull(Search search, Checkpoint checkpoint, Asking asking) {
        if (search.phrases().isEmpty()) {
            return new Pull.Page(List.of(), List.of(), checkpoint, false, Budget.UNSAID);
        }
        Instant now = clock.instant();
        Position position = Position.from(checkpoint, search, now, reach);
        Position.Begun read = position.slice(now, reach);
        String phrase = search.phrases().get(read.next());
        long start = position.start(reach);
        while (true) {
            switch (asking.ask(phrase, start, read.end(), read.end() - start > 1)) {
                case Slice.Refused(Refusal why, Budget budget) -> {
                    return new Pull.Refused(why, budget);
                }
                case Slice.TooMany _ -> read = read.endingAt(start + half(read.end() - start));
                case Slice.Complete slice -> {
                    return page(slice, position, read);
                }
            }
        }
    }

    private static long half(long seconds) {
        return Math.max(1, seconds / 2);
    }

    private Pull page(Slice.Complete slice, Position position, Position.Begun read) {
        Map<String, Long> met = new LinkedHashMap<>();
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>(slice.rejected());
        List<Post> ordered =
                slice.posts().stream().sorted(Comparator.comparing(Post::publishedAt)).toList();
        for (Post post : ordered) {
            boolean first = met.put(post.externalId(), post.publishedAt().getEpochSecond()) == null;
            if (first && !position.holds(post.externalId())) {
                rules.judge("post " + post.externalId(), post, posts, rejected);
            }
        }
        Position next = position.after(read, met, reach);
        return new Pull.Page(posts, rejected, next.checkpoint(), next.goesOn(), slice.budget());
    }
}
