package firsthour.events;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// That nobody who reads the stream misses anything, on a real database.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class EventFeedTest {
    private static final int WRITERS = 6;
    private static final int EACH = 40;

    private final EventFeed feed;
    private final EventLog log;
    private final Stage stage;
    private long start;

    EventFeedTest(EventFeed feed, EventLog log, Stage stage) {
        this.feed = feed;
        this.log = log;
        this.stage = stage;
    }

    @BeforeEach
    void begin() {
        start = feed.getLast();
    }

    @Test
    void whatCommitsLateAppearsBehindWhatWasRead() throws InterruptedException, ExecutionException {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var late =
                    threads.submit(() ->
                            stage.inTransaction(() -> {
                                log.append(event(1));
                                written.countDown();
                                await(mayCommit);
                            }));
            written.await();
            stage.inTransaction(() -> log.append(event(2)));

            // The reader is not held up by what is not committed, and does not see it.
            var early = feed.findAfter(start, 10);
            assertThat(members(early)).containsExactly(2L);

            mayCommit.countDown();
            late.get();
            var rest = feed.findAfter(early.getLast().position(), 10);
            assertThat(members(rest)).containsExactly(1L);
            // A cursor over the ids would have passed it over.
            assertThat(rest.getFirst().recorded().id())
                    .isLessThan(early.getFirst().recorded().id());
        }
    }

    @Test
    void whatIsRolledBackNeverAppears() {
        try {
            stage.inTransaction(() -> {
                log.append(event(3));
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
        }
        stage.inTransaction(() -> log.append(event(4)));
        assertThat(members(feed.findAfter(start, 10))).containsExactly(4L);
    }

    @Test
    void manyWritersAndReadersAtOnceAgree() throws InterruptedException, ExecutionException {
        var done = new CountDownLatch(WRITERS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(0, 3)
                            .mapToObj(_ -> threads.submit(() -> follow(done)))
                            .toList();
            threads.invokeAll(
                    IntStream.range(0, WRITERS)
                            .mapToObj(writer -> (Callable<Boolean>) () -> write(writer, done))
                            .toList());
            var first = readers.getFirst().get();
            assertThat(first)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, WRITERS * EACH).boxed().toList());
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void moreThanOneBatchGetsItsPlacesAtOnce() {
        stage.inTransaction(() -> LongStream.range(0, 1200).forEach(i -> log.append(event(i))));
        var found = feed.findAfter(start, 2000);
        assertThat(members(found)).isEqualTo(LongStream.range(0, 1200).boxed().toList());
        assertThat(found.getLast().position()).isEqualTo(feed.getLast());
    }

    private boolean write(int writer, CountDownLatch done) {
        for (int i = 0; i < EACH; i++) {
            long member = (long) writer * EACH + i;
            stage.inTransaction(() -> log.append(event(member)));
        }
        done.countDown();
        return true;
    }

    private List<Long> follow(CountDownLatch done) {
        var seen = new ArrayList<Long>();
        long place = start;
        while (true) {
            // Asked before reading: what is committed by then is read.
            boolean last = done.getCount() == 0;
            var part = feed.findAfter(place, 7);
            seen.addAll(members(part));
            if (!part.isEmpty()) {
                place = part.getLast().position();
            } else if (last) {
                return seen;
            }
        }
    }

    private static List<Long> members(List<EventFeed.Placed> part) {
        return part.stream()
                .map(placed -> ((Event.PasswordChanged) placed.recorded().event()).changedId())
                .toList();
    }

    private static Event event(long member) {
        return new Event.PasswordChanged(member, 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
