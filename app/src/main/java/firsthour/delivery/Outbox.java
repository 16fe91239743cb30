package firsthour.delivery;

import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is to be sent, and what became of it. Each step is a transaction of its own: that a request
/// is about to be made is on record before it is made.
@Singleton
class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /// Longer than any request may take, so that what is found taken after it was left by a crash.
    static final Duration LEASE = Duration.ofSeconds(60);

    private final ChannelRows channels;
    private final DeliveryRows deliveries;
    private final Clock clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    Outbox(ChannelRows channels, DeliveryRows deliveries, Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /// A delivery whose request this node alone may make now.
    ///
    /// @param attempt the number of this attempt, from 1
    /// @param unsure whether an earlier attempt may have arrived
    /// @param lease until when it is ours
    record Taken(
            ChannelRow channel, DeliveryRow delivery, int attempt, boolean unsure, Instant lease) {}

    @Transactional(readOnly = true)
    List<Long> findDueChannels() {
        return channels.findDue(clock.instant());
    }

    /// Takes the oldest due delivery of a channel; empty when nothing is due, or it is not the
    /// channel's time.
    @Transactional
    Optional<Taken> take(long channelId) {
        var now = clock.instant();
        var lease = now.plus(LEASE);
        if (channels.take(channelId, now, lease) == 0) {
            return Optional.empty();
        }
        var due = deliveries.findOldestDue(channelId, now);
        if (due.isEmpty()) {
            channels.giveBack(channelId, lease, now);
            return Optional.empty();
        }
        return take(due.get(), lease);
    }

    /// Takes a test ahead of what waits, also on a channel that is off; empty when it is not the
    /// channel's time.
    @Transactional
    Optional<Taken> takeTest(long channelId, String key) {
        var now = clock.instant();
        var lease = now.plus(LEASE);
        if (channels.takeForTest(channelId, now, lease) == 0) {
            return Optional.empty();
        }
        deliveries.add(channelId, key, Deliveries.TEST, null, now);
        return take(deliveries.findByIdempotencyKey(key).orElseThrow(), lease);
    }

    private Optional<Taken> take(DeliveryRow due, Instant lease) {
        if (deliveries.take(due.id(), due.attempts(), lease) == 0) {
            throw new IllegalStateException(
                    "Delivery " + due.id() + " moved under a taken channel");
        }
        return Optional.of(
                new Taken(
                        channels.findById(due.channelId()).orElseThrow(),
                        due,
                        due.attempts() + 1,
                        due.unsure() || due.state() == DeliveryState.SENDING,
                        lease));
    }

    /// Records what came of an attempt.
    ///
    /// @return when the channel may be sent to again
    @Transactional
    Instant settle(Taken taken, Outcome outcome) {
        var delivery = taken.delivery();
        var now = clock.instant();
        var next =
                NextStep.after(
                        delivery,
                        taken.unsure(),
                        outcome,
                        now,
                        BackOff.after(taken.attempt(), chance));
        var channel = taken.channel();
        // The channel first, as when it is taken: the other order could lock two nodes into each
        // other.
        channels.giveBack(channel.id(), taken.lease(), next.channelNext());
        if (next.refused()) {
            channels.refuse(channel.id(), channel.version(), outcome.answer());
            LOG.warn("Channel {} takes nothing any more: {}", channel.id(), outcome.answer());
        }
        var settled =
                deliveries.settle(
                        delivery.id(),
                        taken.attempt(),
                        next.state(),
                        next.nextAttempt(),
                        next.unsure(),
                        next.troubleSince(),
                        outcome.answer(),
                        next.state() == DeliveryState.SENT ? now : null);
        if (settled == 0) {
            LOG.warn(
                    "Delivery {} took longer than its lease; a later attempt decides",
                    delivery.id());
        }
        return next.channelNext();
    }
}
