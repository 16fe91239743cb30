package firsthour.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What follows from an attempt, for the delivery and for its channel.
///
/// @param nextAttempt when the delivery is due again; now, if it is settled
/// @param unsure whether the message may have arrived although it counts as not sent
/// @param troubleSince when passing trouble began; null when there is none
/// @param channelNext when the channel may be sent to again
/// @param refused whether the channel stops
record NextStep(
        DeliveryState state,
        Instant nextAttempt,
        boolean unsure,
        @Nullable Instant troubleSince,
        Instant channelNext,
        boolean refused) {

    /// Counted from the end of a request, so that two never arrive within a second.
    static final Duration SPACING = Duration.ofSeconds(1);

    /// Trouble that does not pass in this time is given up.
    static final Duration PATIENCE = Duration.ofDays(1);

    /// How long a channel rests at most after a message met trouble: a later one may fare better.
    static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /// How soon we look again whether a host has been allowed.
    static final Duration NOT_ALLOWED = Duration.ofSeconds(30);

    /// Decides what follows.
    ///
    /// @param backOff how long to wait where the far end did not say
    static NextStep after(
            DeliveryRow delivery, boolean unsure, Outcome outcome, Instant now, Duration backOff) {
        var spaced = now.plus(SPACING);
        var step =
                switch (outcome) {
                    case Outcome.Sent sent ->
                            new NextStep(DeliveryState.SENT, now, unsure, null, spaced, false);
                    case Outcome.TooFast tooFast -> {
                        var until = later(tooFast.until().orElse(now.plus(backOff)), spaced);
                        yield waiting(until, unsure, null, until);
                    }
                    case Outcome.ChannelRefused refused ->
                            new NextStep(DeliveryState.PENDING, now, unsure, null, spaced, true);
                    case Outcome.MessageRefused refused ->
                            new NextStep(DeliveryState.FAILED, now, unsure, null, spaced, false);
                    case Outcome.NotAllowed held -> {
                        var until = now.plus(NOT_ALLOWED);
                        yield waiting(until, unsure, null, until);
                    }
                    case Outcome.Trouble trouble ->
                            trouble(delivery, unsure || trouble.unsure(), now, backOff);
                };
        // A test is not tried again, and does not stop a channel: a person is looking.
        return delivery.rule().equals(Deliveries.TEST) ? step.forTest() : step;
    }

    private static NextStep trouble(
            DeliveryRow delivery, boolean unsure, Instant now, Duration backOff) {
        var known = delivery.troubleSince();
        var since = known == null ? now : known;
        if (!now.isBefore(since.plus(PATIENCE))) {
            return new NextStep(DeliveryState.FAILED, now, unsure, since, now.plus(SPACING), false);
        }
        var rest = backOff.compareTo(LONGEST_REST) < 0 ? backOff : LONGEST_REST;
        return waiting(now.plus(backOff), unsure, since, now.plus(rest));
    }

    private static NextStep waiting(
            Instant nextAttempt, boolean unsure, @Nullable Instant since, Instant channelNext) {
        return new NextStep(DeliveryState.PENDING, nextAttempt, unsure, since, channelNext, false);
    }

    private NextStep forTest() {
        return state == DeliveryState.SENT
                ? this
                : new NextStep(
                        DeliveryState.FAILED,
                        nextAttempt,
                        unsure,
                        troubleSince,
                        channelNext,
                        false);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
