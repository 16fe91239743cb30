package firsthour.connectors.reading;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks at posts that a network shows one at a time.
public final class OneByOne {
    private OneByOne() {}

    /// Looks at one after another, up to the first that is refused: what was seen before it is not
    /// lost.
    public static Look look(List<PostRef> posts, Function<PostRef, Look> one) {
        return look(posts, one, Optional::empty);
    }

    /// The same, where a post that is not found may mean that nothing is found.
    ///
    /// @param one looks at one post
    /// @param obstacle why that to which the posts belong cannot be read; asked where a post was
    ///   not found, which then says nothing of the post
    public static Look look(
            List<PostRef> posts,
            Function<PostRef, Look> one,
            Supplier<Optional<Refusal>> obstacle) {
        List<Post> there = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Budget budget = Budget.UNSAID;
        for (PostRef post : posts) {
            switch (one.apply(post)) {
                case Look.Refused refused -> {
                    return there.isEmpty() && gone.isEmpty()
                            ? refused
                            : confirmed(there, gone, refused.budget(), obstacle);
                }
                case Look.Seen seen -> {
                    there.addAll(seen.posts());
                    gone.addAll(seen.gone());
                    budget = seen.budget();
                }
            }
        }
        return confirmed(there, gone, budget, obstacle);
    }

    private static Look confirmed(
            List<Post> there,
            Set<String> gone,
            Budget budget,
            Supplier<Optional<Refusal>> obstacle) {
        Optional<Refusal> why = gone.isEmpty() ? Optional.empty() : obstacle.get();
        if (why.isEmpty()) {
            return new Look.Seen(there, gone, budget);
        }
        return there.isEmpty()
                ? new Look.Refused(why.get(), budget)
                : new Look.Seen(there, Set.of(), budget);
    }
}
