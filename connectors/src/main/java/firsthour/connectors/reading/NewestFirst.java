package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Walks through lists that show the newest first and go on page by page, until what was read
/// before begins.
///
/// How far back everything was read moves on only after the last page: a walk that breaks off in
/// the middle has read the newest posts and not those behind them. The first page is always read
/// whole, since some posts are dated back; behind it, what is older than the overlap was read
/// before, and a page that ends with such a post is the last one. A post that was changed since is
/// read again.
public final class NewestFirst {
    private final InstantSource clock;
    private final Reach reach;
    private final PostRules rules;

    public NewestFirst(InstantSource clock, Reach reach) {
        this.clock = clock;
        this.reach = reach;
        this.rules = new PostRules(clock);
    }

    /// How far the walk goes back.
    ///
    /// @param backfill at the first pull
    /// @param overlap how much later than it is dated a post may appear
    /// @param order by what the network orders
    public record Reach(Duration backfill, Duration overlap, Order order) {}

    /// What puts a post at the head of the list.
    public enum Order {
        WRITTEN,
        CHANGED;

        Instant of(Post post) {
            return switch (this) {
                case WRITTEN -> post.publishedAt();
                case CHANGED -> post.editedAt().orElse(post.publishedAt());
            };
        }
    }

    /// What came of a page.
    public sealed interface Page {
        /// The posts of a page.
        ///
        /// @param posts newest first; one may occur twice
        /// @param next what asks for the page behind it; empty behind the last one
        record Read(
                List<Post> posts,
                List<Pull.Rejected> rejected,
                Optional<String> next,
                Budget budget)
                implements Page {
            public Read {
                posts = List.copyOf(posts);
                rejected = List.copyOf(rejected);
            }
        }

        record Refused(Refusal why, Budget budget) implements Page {}
    }

    /// Asks a network for a page of one list.
    @FunctionalInterface
    public interface Asking {
        /// Asks once.
        ///
        /// @param list such as a phrase that is searched for
        /// @param token of the page before; empty for the first one
        Page ask(String list, Optional<String> token);
    }

    /// Reads the next page.
    ///
    /// @param lists that are read one behind another; nothing is read where there is none
    public Pull pull(List<String> lists, Checkpoint checkpoint, Asking asking) {
        return pull(lists, checkpoint, asking, (_, _) -> true);
    }

    /// Reads the next page of lists that hold other posts as well. Those say how far the walk has
    /// come and are left out: a page of them alone does not end it.
    ///
    /// @param wanted whether a post of a list is to come
    public Pull pull(
            List<String> lists,
            Checkpoint checkpoint,
            Asking asking,
            BiPredicate<String, Post> wanted) {
        if (lists.isEmpty()) {
            return new Pull.Page(List.of(), List.of(), checkpoint, false, Budget.UNSAID);
        }
        Instant now = clock.instant();
        Mark mark = Mark.from(checkpoint, lists, now, reach);
        Mark.Walk walk = mark.walk(now);
        String list = lists.get(walk.list());
        return switch (asking.ask(list, Optional.ofNullable(walk.token()))) {
            case Page.Refused(Refusal why, Budget budget) -> new Pull.Refused(why, budget);
            case Page.Read page -> page(page, mark, walk, now, post -> wanted.test(list, post));
        };
    }

    private Pull page(
            Page.Read page, Mark mark, Mark.Walk walk, Instant now, Predicate<Post> wanted) {
        Instant floor = mark.floor(reach.overlap());
        Instant soon = Instant.ofEpochMilli(walk.begun()).minus(reach.overlap());
        Map<String, Long> met = new LinkedHashMap<>();
        Map<String, Long> kept = new LinkedHashMap<>();
        List<Post> posts = new ArrayList<>();
        List<Pull.Rejected> rejected = new ArrayList<>(page.rejected());
        boolean reached = false;
        for (Post post : page.posts()) {
            Instant placed = reach.order().of(post);
            boolean old = placed.isBefore(floor);
            // What the brand answered stands beside the review, whenever that was.
            if (!post.own()) {
                reached = old;
            }
            if (!wanted.test(post)) {
                continue;
            }
            long changed = Order.CHANGED.of(post).toEpochMilli();
            boolean first = met.put(post.externalId(), changed) == null;
            if (walk.isAtHead() || !placed.isBefore(soon)) {
                kept.put(post.externalId(), changed);
            }
            if (first
                    && !mark.holds(post.externalId(), changed)
                    && (walk.isAtHead() || !old || post.own())) {
                rules.judge("post " + post.externalId(), post, posts, rejected);
            }
        }
        Optional<String> token = page.next().filter(next -> !next.equals(walk.token()));
        boolean nothing = page.posts().isEmpty() && page.rejected().isEmpty();
        Mark next =
                reached || nothing || token.isEmpty()
                        ? mark.afterList(walk, met, now)
                        : mark.afterPage(walk, token.get(), met, kept, now);
        return new Pull.Page(posts, rejected, next.checkpoint(), next.goesOn(), page.budget());
    }
}
