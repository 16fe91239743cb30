package firsthour.response;

import firsthour.connectors.Budget;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Descriptor;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Pull;
import firsthour.connectors.ReplyLimit;
import firsthour.connectors.Replying;
import firsthour.connectors.Search;
import firsthour.connectors.Sent;
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

/// A network that takes replies as a test wants, and shows what stands below a post.
@Singleton
@Requires(property = "stub.letters")
final class StubLetters implements Replying, FindingReplies {
    final List<OutgoingReply> sent = Collections.synchronizedList(new ArrayList<>());
    final List<Post> below = Collections.synchronizedList(new ArrayList<>());
    private Function<OutgoingReply, Sent> answer = StubLetters::done;
    private boolean repeatable;

    void reset() {
        sent.clear();
        below.clear();
        answer = StubLetters::done;
        repeatable = false;
    }

    void answers(Function<OutgoingReply, Sent> how) {
        answer = how;
    }

    void isRepeatable(boolean whether) {
        repeatable = whether;
    }

    /// What the network shows of a reply.
    static Post shown(String text, Instant at) {
        return new Post(
                        "r1",
                        Optional.empty(),
                        Optional.empty(),
                        text,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of("post of ann"),
                        at,
                        Optional.empty())
                .byTheBrand();
    }

    static Sent done(OutgoingReply reply) {
        return new Sent.Done("r1", Optional.empty());
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "letters",
                "Letters",
                List.of(),
                false,
                false,
                true,
                Duration.ofMinutes(10),
                List.of());
    }

    @Override
    public Pull pull(Settings settings, Search search, Checkpoint checkpoint) {
        return new Pull.Page(List.of(), List.of(), new Checkpoint("{}"), false, Budget.UNSAID);
    }

    @Override
    public ReplyLimit limit() {
        return new ReplyLimit(40, ReplyLimit.Unit.CHARACTERS);
    }

    @Override
    public boolean isRepeatable() {
        return repeatable;
    }

    @Override
    public boolean canReply(Settings settings) {
        return true;
    }

    @Override
    public Sent reply(Settings settings, OutgoingReply reply) {
        sent.add(reply);
        return answer.apply(reply);
    }

    @Override
    public Look replies(Settings settings, PostRef post) {
        return new Look.Seen(List.copyOf(below), Set.of(), Budget.UNSAID);
    }
}
