package firsthour.intake;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Descriptor;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
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
import java.util.function.Function;

/// A network that says what a test wants, and notes what it was asked.
@Singleton
@Requires(property = "stub.network")
final class StubNetwork implements Connector {
    static final Duration INTERVAL = Duration.ofMinutes(10);

    /// The checkpoints and phrases with which it was asked.
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private Function<Integer, Pull> answers = _ -> page(List.of(), "0", false);

    /// @param answers by how often it was asked before
    void answers(Function<Integer, Pull> answers) {
        asked.clear();
        this.answers = answers;
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
        return new Descriptor("stub", "Stub", List.of(), true, false, true, INTERVAL, List.of());
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        asked.add((checkpoint.isNone() ? "-" : checkpoint.json()) + " " + search.phrases());
        return answers.apply(asked.size() - 1);
    }
}
