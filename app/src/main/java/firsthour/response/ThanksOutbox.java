package firsthour.response;

import firsthour.connectors.Sent;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.response.Outgoing.State;
import firsthour.response.PraiseRows.ThanksRow;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps thanks that are posted from here: the intent before, and what came of it after.
@Singleton
class ThanksOutbox {
    private static final int MOST_DETAIL = 1000;

    private final PraiseRows rows;
    private final EventLog events;
    private final Clock clock;

    ThanksOutbox(PraiseRows rows, EventLog events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// What a person wants to say to somebody.
    ///
    /// @param given what its writer let stand
    record Wanted(
            long mentionId, long brandId, long memberId, String text, List<Waivers.Given> given) {

        @Nullable String waived() {
            return given.isEmpty()
                    ? null
                    : given.stream()
                            .map(it -> it.concern().label() + ": " + it.reason())
                            .collect(Collectors.joining("\n"));
        }
    }

    /// Keeps the intent, and takes it for a first attempt at once.
    ///
    /// @return empty where somebody has thanked already, or does so now
    @Transactional
    Optional<ThanksRow> intend(Wanted wanted) {
        var now = clock.instant();
        return rows.add(
                                wanted.mentionId(),
                                wanted.brandId(),
                                wanted.memberId(),
                                wanted.text(),
                                null,
                                wanted.waived(),
                                UUID.randomUUID().toString(),
                                State.SENDING,
                                now.plus(Outbox.LEASE),
                                now,
                                null)
                        == 1
                ? rows.lock(wanted.mentionId())
                : Optional.empty();
    }

    /// Keeps what was said by hand, also where an attempt from here had failed.
    ///
    /// @return whether nobody had thanked before
    @Transactional
    boolean record(Wanted wanted, @Nullable String url, Instant at) {
        var now = clock.instant();
        rows.drop(wanted.mentionId(), now);
        if (rows.add(
                        wanted.mentionId(),
                        wanted.brandId(),
                        wanted.memberId(),
                        wanted.text(),
                        url,
                        wanted.waived(),
                        UUID.randomUUID().toString(),
                        State.SENT,
                        now,
                        now,
                        at)
                == 0) {
            return false;
        }
        events.append(
                new Event.PraiseThanked(
                        wanted.mentionId(), wanted.brandId(), wanted.memberId(), at));
        return true;
    }

    /// Takes one that is not under way for another attempt.
    @Transactional
    Optional<ThanksRow> take(long mentionId) {
        var now = clock.instant();
        return rows.take(mentionId, now, now.plus(Outbox.LEASE)) == 1
                ? rows.lock(mentionId)
                : Optional.empty();
    }

    /// Keeps what came of an attempt.
    @Transactional
    Dispatch settle(ThanksRow row, Sent sent) {
        return switch (sent) {
            case Sent.Done done -> {
                var now = clock.instant();
                if (rows.settle(
                                row.mentionId(),
                                row.leasedUntil(),
                                State.SENT,
                                false,
                                null,
                                done.url().map(Object::toString).orElse(null),
                                now)
                        == 1) {
                    events.append(
                            new Event.PraiseThanked(
                                    row.mentionId(), row.brandId(), row.memberId(), now));
                }
                yield new Dispatch.Posted();
            }
            case Sent.Refused(var why) -> fail(row, row.unsure(), why.detail());
            case Sent.Unsure(var detail) -> fail(row, true, detail);
        };
    }

    /// Leaves it to a person.
    @Transactional
    Dispatch fail(ThanksRow row, boolean unsure, String why) {
        var detail = why.length() <= MOST_DETAIL ? why : why.substring(0, MOST_DETAIL);
        if (rows.settle(
                        row.mentionId(),
                        row.leasedUntil(),
                        State.FAILED,
                        unsure,
                        detail,
                        null,
                        null)
                == 1) {
            events.append(new Event.ThanksNotPosted(row.mentionId(), row.brandId(), unsure));
        }
        return rows.find(row.mentionId())
                .flatMap(it -> it.praise(clock.instant()).thanks())
                .<Dispatch>map(it -> new Dispatch.Failed(it.reply().words()))
                .orElseGet(() -> new Dispatch.Failed(detail));
    }

    /// Gives one up that is not under way.
    ///
    /// @return whether it was not
    @Transactional
    boolean drop(long mentionId, long brandId, long memberId) {
        if (rows.drop(mentionId, clock.instant()) == 0) {
            return false;
        }
        events.append(new Event.ThanksGivenUp(mentionId, brandId, memberId));
        return true;
    }
}
