package firsthour.delivery;

import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings messages to channels: at least once, oldest first, one a second at most for each channel
/// over all nodes.
@Singleton
public class Deliveries {
    /// The rule of a test message.
    public static final String TEST = "TEST";

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /// How long a test waits for the channel's next second.
    private static final Duration TEST_PATIENCE = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final Sender sender;
    private final ChannelRows channels;
    private final DeliveryRows rows;
    private final Clock clock;
    private final Pause pause;

    /// Channels that this node is working through, so that a second sweep does not wait beside the
    /// first. Nothing depends on it: the database decides who sends.
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    Deliveries(
            Outbox outbox,
            Sender sender,
            ChannelRows channels,
            DeliveryRows rows,
            Clock clock,
            Pause pause) {
        this.outbox = outbox;
        this.sender = sender;
        this.channels = channels;
        this.rows = rows;
        this.clock = clock;
        this.pause = pause;
    }

    /// Adds a message to the outbox, together with the deed that causes it. The same key again adds
    /// nothing.
    ///
    /// @param key one alert: at most 64 ASCII characters, sent along with every attempt
    /// @param rule what [MessageSource] needs to compose the text, at most 24 characters
    /// @return whether it was added
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enqueue(long channelId, String key, String rule, long eventId) {
        return rows.add(channelId, key, rule, eventId, clock.instant()) == 1;
    }

    /// Sends what is due, channels beside each other, and goes on while more is due.
    ///
    /// @param most no request is begun later than this after the start
    public void sweep(Duration most) {
        var until = clock.instant().plus(most);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var channelId : outbox.findDueChannels()) {
                if (busy.add(channelId)) {
                    workers.execute(() -> work(channelId, until));
                }
            }
        }
    }

    private void work(long channelId, Instant until) {
        try {
            for (var taken = outbox.take(channelId);
                    taken.isPresent();
                    taken = outbox.take(channelId)) {
                var next = outbox.settle(taken.get(), sender.attempt(taken.get()));
                if (next.isAfter(until)) {
                    return;
                }
                pause.of(Duration.between(clock.instant(), next));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // What was taken comes again when its lease has ended.
            LOG.error("Channel {} could not be worked through", channelId, e);
        } finally {
            busy.remove(channelId);
        }
    }

    /// What came of a test message.
    public sealed interface TestResult {
        /// The far end took it.
        ///
        /// @param answer what it said
        record Taken(String answer) implements TestResult {}

        /// It did not arrive, as far as we know.
        ///
        /// @param answer what the far end said, or what went wrong
        record Refused(String answer) implements TestResult {}

        /// Not sent: the channel rests, because it was asked to or because others are being sent.
        record Resting(Instant until) implements TestResult {}

        /// Nothing was sent.
        record NoSuchChannel() implements TestResult {}
    }

    /// Sends a test message now, ahead of what waits, also on a channel that is off.
    public TestResult test(long channelId) throws InterruptedException {
        var key = "test-" + UUID.randomUUID();
        var patience = clock.instant().plus(TEST_PATIENCE);
        for (; ; ) {
            var taken = outbox.takeTest(channelId, key);
            if (taken.isPresent()) {
                var outcome = sender.attempt(taken.get());
                outbox.settle(taken.get(), outcome);
                return outcome instanceof Outcome.Sent sent
                        ? new TestResult.Taken(sent.answer())
                        : new TestResult.Refused(outcome.answer());
            }
            var channel = channels.findById(channelId);
            if (channel.isEmpty()) {
                return new TestResult.NoSuchChannel();
            }
            var next = channel.get().nextSendAt();
            var now = clock.instant();
            if (next.isAfter(patience) || !now.isBefore(patience)) {
                return new TestResult.Resting(next);
            }
            pause.of(Duration.ofMillis(Math.max(50, Duration.between(now, next).toMillis())));
        }
    }

    /// Puts a delivery that was given up back into the outbox, with the same key.
    ///
    /// @return whether it had been given up
    @Transactional
    public boolean sendAgain(long deliveryId) {
        return rows.sendAgain(deliveryId, clock.instant()) == 1;
    }

    /// The newest deliveries of all channels.
    @Transactional(readOnly = true)
    public List<Delivery> listNewest(int most) {
        return rows.listNewest(0, most);
    }

    /// The newest deliveries of a channel.
    @Transactional(readOnly = true)
    public List<Delivery> listNewest(long channelId, int most) {
        return rows.listNewest(channelId, most);
    }
}
