package firsthour.intake;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.Rechecking;
import firsthour.connectors.Refusal;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// A network that says what a test wants, and notes what it was asked.
@Singleton
@Requires(property = "stub.network")
final class StubNetwork implements Rechecking, FindingReplies {
    static final Duration INTERVAL = Duration.ofMinutes(10);

    /// The checkpoints and phrases with which it was asked.
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /// The ids of posts that it was asked to look at again, and those whose replies were read.
    final List<String> lookedAt = Collections.synchronizedList(new ArrayList<>());

    private Function<Integer, Pull> answers = _ -> page(List.of(), "0", false);
    private Look now = new Look.Seen(List.of(), Set.of(), Budget.UNSAID);
    private Look below = new Look.Seen(List.of(), Set.of(), Budget.UNSAID);

    /// @param answers by how often it was asked before
    void answers(Function<Integer, Pull> answers) {
        asked.clear();
        this.answers = answers;
    }

    /// @param now what a look at posts shows
    /// @param below what a look at their replies shows
    void shows(Look now, Look below) {
        lookedAt.clear();
        this.now = now;
        this.below = below;
    }

    static Pull page(List<Post> posts, String next, boolean more) {
        return new Pull.Page(posts, List.of(), new Checkpoint(next), more, Budget.UNSAID);
    }

    static Pull refused(Refusal refusal) {
        return new Pull.Refused(refusal, Budget.UNSAID);
    }

    static Post post(String id, Instant publishedAt) {
        return new Post(
                id,
                Optional.empty(),
                Optional.empty(),
                "kestrel " + id,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                publishedAt,
                Optional.empty());
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor("stub", "Stub", List.of(), true, false, true, INTERVAL, List.of())
                .keptAtMost(Duration.ofDays(30));
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        asked.add((checkpoint.isNone() ? "-" : checkpoint.json()) + " " + search.phrases());
        return answers.apply(asked.size() - 1);
    }

    @Override
    public int batch() {
        return 3;
    }

    @Override
    public Look recheck(Settings settings, List<PostRef> posts) {
        posts.forEach(post -> lookedAt.add(post.externalId()));
        return now;
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        lookedAt.add("below " + post.externalId());
        return below;
    }
}
