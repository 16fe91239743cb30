package firsthour.reporting.month;

import firsthour.connectors.Post;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// What customers and our own accounts write, and when it is pulled: every five minutes, where
/// there is something.
final class Customers {
    private static final long PULL_SECONDS = 300;

    private final Agenda agenda;
    private final Random random;
    private final BiConsumer<Long, List<Post>> take;
    private final Map<Instant, List<Arrived>> pulls = new TreeMap<>();
    private int again;

    private record Arrived(long source, Post post) {}

    /// @param take what is done with posts that arrive
    Customers(Agenda agenda, Random random, BiConsumer<Long, List<Post>> take) {
        this.agenda = agenda;
        this.random = random;
        this.take = take;
    }

    /// Somebody writes for the first time.
    void write(
            long source,
            String id,
            String author,
            String text,
            OptionalInt rating,
            Instant published,
            Duration lag) {
        arrive(
                source,
                post(id, author, text, rating, Optional.empty(), published, Optional.empty()),
                published.plus(lag));
    }

    /// Somebody writes below a post, or beside it.
    void reply(Opened to, String author, String text, boolean below, Instant at) {
        write(to, author, text, below, OptionalInt.empty(), at, random.nextInt(900));
    }

    /// The author of a case rates it in a post of its own.
    void rate(Opened to, String text, int stars, Instant at) {
        write(to, to.author(), text, false, OptionalInt.of(stars), at, random.nextInt(900));
    }

    /// A reply of ours that is found hours later.
    void answerNatively(Opened to, String account, String text, Instant at) {
        write(to, account, text, true, OptionalInt.empty(), at, 5_400 + random.nextInt(24_000));
    }

    /// The author of a review raises its stars.
    void raise(Opened review, int stars, Instant at) {
        agenda.add(
                at,
                () ->
                        arrive(
                                review.source(),
                                post(
                                        review.post(),
                                        review.author(),
                                        Words.thanks(),
                                        OptionalInt.of(stars),
                                        Optional.empty(),
                                        review.published(),
                                        Optional.of(at)),
                                at.plusSeconds(random.nextInt(900))));
    }

    private void write(
            Opened to,
            String author,
            String text,
            boolean below,
            OptionalInt rating,
            Instant at,
            int lag) {
        arrive(
                to.source(),
                post(
                        to.post() + "-" + ++again,
                        author,
                        text,
                        rating,
                        below ? Optional.of(to.post()) : Optional.empty(),
                        at,
                        Optional.empty()),
                at.plusSeconds(lag));
    }

    private void arrive(long source, Post post, Instant at) {
        var pull =
                Instant.ofEpochSecond(
                        (at.getEpochSecond() / PULL_SECONDS + 1) * PULL_SECONDS, 123_456_000);
        pulls.computeIfAbsent(
                        pull,
                        due -> {
                            agenda.add(due, () -> pull(due));
                            return new ArrayList<>();
                        })
                .add(new Arrived(source, post));
    }

    private void pull(Instant due) {
        var arrived = Objects.requireNonNull(pulls.remove(due));
        for (long source : arrived.stream().map(Arrived::source).distinct().toList()) {
            take.accept(
                    source,
                    arrived.stream()
                            .filter(one -> one.source() == source)
                            .map(Arrived::post)
                            .toList());
        }
    }

    private static Post post(
            String id,
            String author,
            String text,
            OptionalInt rating,
            Optional<String> answered,
            Instant published,
            Optional<Instant> edited) {
        return new Post(
                id,
                Optional.of(URI.create("https://network.example/" + id)),
                Optional.empty(),
                text,
                Optional.of(
                        new Post.Author(
                                author, Optional.empty(), Optional.empty(), followers(author))),
                Optional.empty(),
                rating,
                answered,
                published,
                edited,
                false,
                reposts(id, edited.isPresent()),
                Optional.empty());
    }

    /// Of some the network does not tell.
    private static OptionalLong followers(String author) {
        long some = Math.floorMod(author.hashCode(), 1_500L);
        return some % 5 == 0 ? OptionalLong.empty() : OptionalLong.of(some % 7 == 0 ? 0 : some);
    }

    /// More as time goes by.
    private static OptionalLong reposts(String id, boolean later) {
        long some = Math.floorMod(id.hashCode(), 6L);
        return some < 3 ? OptionalLong.empty() : OptionalLong.of(some - 3 + (later ? 2 : 0));
    }
}
