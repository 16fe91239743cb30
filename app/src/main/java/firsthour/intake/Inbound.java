package firsthour.intake;

import firsthour.brand.Source;
import firsthour.connectors.Pull;
import firsthour.connectors.file.JsonPosts;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes the posts that another system sends: all of a request in one transaction, and each request
/// once.
@Singleton
public class Inbound {
    /// Longer than any sender tries again.
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 1_000;

    private final JsonPosts reader;
    private final TakenRequests taken;
    private final Intake intake;
    private final SourceStates states;
    private final Clock clock;

    Inbound(
            JsonPosts reader,
            TakenRequests taken,
            Intake intake,
            SourceStates states,
            Clock clock) {
        this.reader = reader;
        this.taken = taken;
        this.intake = intake;
        this.states = states;
        this.clock = clock;
    }

    /// What came of a request.
    public sealed interface Outcome {

        /// It was stored.
        ///
        /// @param accepted posts that are here now, new or not
        /// @param rejected the others, each with what to do
        record Taken(long accepted, List<Pull.Rejected> rejected) implements Outcome {
            public Taken {
                rejected = List.copyOf(rejected);
            }
        }

        /// It was taken before; nothing was done.
        record Repeated() implements Outcome {}

        /// It is no document of posts; nothing was stored, and it may be sent again.
        ///
        /// @param reason what is wrong, what to send
        record Unreadable(String reason) implements Outcome {}

        /// The source was removed meanwhile.
        record Gone() implements Outcome {}
    }

    /// Takes a request whose signature was checked.
    ///
    /// @param request what tells it from others of the source: 64 characters
    /// @param body a document as [JsonPosts] reads it
    @Transactional
    public Outcome take(Source source, String request, byte[] body) {
        if (taken.lockSource(source.id()).isEmpty()) {
            return new Outcome.Gone();
        }
        return switch (reader.read(body)) {
            case JsonPosts.Reading.Refused(var reason) -> {
                intake.store(source, List.of(), source.live(), 1);
                yield new Outcome.Unreadable(reason);
            }
            case JsonPosts.Reading.Done read ->
                    taken.add(source.id(), request, clock.instant().plus(KEPT)) == 0
                            ? new Outcome.Repeated()
                            : store(source, read);
        };
    }

    /// Forgets some of the requests that were taken long ago; false when none is left.
    @Transactional
    public boolean forgetBatch() {
        return taken.forget(clock.instant(), BATCH) == BATCH;
    }

    private Outcome store(Source source, JsonPosts.Reading.Done read) {
        var posts = read.posts().stream().map(JsonPosts.Placed::post).toList();
        var stored = intake.store(source, posts, source.live(), read.rejected().size());
        states.wasSent(source.id(), clock.instant());
        var rejected = new ArrayList<>(read.rejected());
        read.posts().stream()
                .filter(placed -> stored.strangers().contains(placed.post()))
                .map(Inbound::strange)
                .forEach(rejected::add);
        return new Outcome.Taken(
                posts.size() - (rejected.size() - read.rejected().size()), rejected);
    }

    private static Pull.Rejected strange(JsonPosts.Placed placed) {
        return new Pull.Rejected(
                placed.where(),
                "The id belongs to another post of this source, by another author or of another"
                        + " date, which was kept. Give each post an id of its own.");
    }
}
