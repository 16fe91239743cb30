package firsthour.response;

import static firsthour.language.Texts.mark;
import static firsthour.language.Texts.t;

import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.response.Outgoing.State;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Outcome;
import firsthour.triage.PublicWords;
import firsthour.triage.ReplyKind;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps replies that are posted from here: the intent before, and what came of it after.
@Singleton
class Outbox {
    /// Longer than the few requests of an attempt take; what is still being sent then was left by a
    /// crash.
    static final Duration LEASE = Duration.ofMinutes(10);

    /// Until a network shows what it has taken.
    static final Duration UNTIL_SHOWN = Duration.ofMinutes(1);

    /// Longer than a closing can be undone.
    private static final Duration UNTIL_LEFT = Duration.ofMinutes(2);

    /// A network that wants to be left alone for longer is a matter for a person.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_DETAIL = 1000;

    private final OutgoingRows rows;
    private final ReplyRows replies;
    private final Drafts drafts;
    private final Waivers waivers;
    private final WaiverRows waived;
    private final SecondLookGate gate;
    private final ReasonsJson json;
    private final PublicWords words;
    private final EventLog events;
    private final Clock clock;

    Outbox(
            OutgoingRows rows,
            ReplyRows replies,
            Drafts drafts,
            Waivers waivers,
            WaiverRows waived,
            SecondLookGate gate,
            ReasonsJson json,
            PublicWords words,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.replies = replies;
        this.drafts = drafts;
        this.waivers = waivers;
        this.waived = waived;
        this.gate = gate;
        this.json = json;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /// What a person wants to have posted.
    ///
    /// @param given what its writer let stand
    /// @param approval of a colleague, by which it is posted; null where its author posts it
    record Wanted(
            long caseId,
            long version,
            Actor actor,
            ReplyKind kind,
            String text,
            List<Waivers.Given> given,
            @Nullable Approval approval) {

        Wanted {
            text = text.strip();
        }

        /// Its author posts it.
        Wanted(
                long caseId,
                long version,
                Actor actor,
                ReplyKind kind,
                String text,
                List<Waivers.Given> given) {
            this(caseId, version, actor, kind, text, given, null);
        }

        Wanted with(List<Waivers.Given> letStand) {
            return new Wanted(caseId, version, actor, kind, text, letStand, approval);
        }
    }

    /// A colleague approves of these words.
    record Approval(SecondLookRow look, long byId) {}

    /// What was kept of it.
    sealed interface Intent {
        record Kept(OutgoingRow row) implements Intent {}

        record Refused(Outcome outcome) implements Intent {}
    }

    /// Why somebody may not post it as the case stands; empty where they may.
    @Transactional
    Optional<Outcome> findRefusal(Wanted wanted) {
        var checked = words.check(wanted.caseId(), wanted.version(), wanted.actor(), wanted.kind());
        return checked instanceof Outcome.Done ? Optional.empty() : Optional.of(checked);
    }

    /// Keeps the intent, and takes it for a first attempt at once.
    @Transactional
    Intent intend(Wanted wanted, long postId) {
        replies.lockCase(wanted.caseId());
        var checked = words.check(wanted.caseId(), wanted.version(), wanted.actor(), wanted.kind());
        if (!(checked instanceof Outcome.Done(Case known))) {
            return new Intent.Refused(checked);
        }
        if (!rows.findOpen(wanted.caseId()).isEmpty()) {
            return new Intent.Refused(
                    new Outcome.NotPossible(
                            t(
                                    "Another reply to this case is still on its way. Wait for it, or give it up first.")));
        }
        var barred = gate.bar(wanted, known);
        if (barred.isPresent()) {
            return new Intent.Refused(barred.get());
        }
        var now = clock.instant();
        var row =
                rows.save(
                        new OutgoingRow(
                                0,
                                wanted.caseId(),
                                postId,
                                wanted.kind(),
                                wanted.text(),
                                UUID.randomUUID().toString(),
                                wanted.actor().memberId(),
                                State.SENDING,
                                1,
                                now.plus(LEASE),
                                false,
                                null,
                                null,
                                null,
                                now,
                                null));
        long member = wanted.actor().memberId();
        keepWaivers(wanted, row.id());
        drafts.said(wanted.caseId(), member, wanted.kind(), wanted.text());
        return new Intent.Kept(row);
    }

    /// Of a reply that a colleague approved, the reasons are theirs that its author had not given.
    private void keepWaivers(Wanted wanted, long outgoing) {
        var approval = wanted.approval();
        var own =
                approval == null
                        ? Set.<String>of()
                        : Set.copyOf(json.read(approval.look().reasons()).values());
        wanted.given().stream()
                .collect(
                        Collectors.groupingBy(given ->
                                approval == null || own.contains(given.reason())
                                        ? wanted.actor().memberId()
                                        : approval.byId()))
                .forEach((member, given) ->
                        waivers.keep(wanted.caseId(), member, given, outgoing, null));
    }

    /// Takes one that is due; empty when another node was first.
    @Transactional
    Optional<OutgoingRow> take(long id) {
        var now = clock.instant();
        return rows.take(id, now, now.plus(LEASE)) == 1 ? rows.findById(id) : Optional.empty();
    }

    /// Leaves to a person what waited when its case was closed.
    @Transactional(isolation = Isolation.READ_COMMITTED)
    void leave(int most) {
        for (var row : rows.lockLeft(clock.instant().minus(UNTIL_LEFT), most)) {
            if (rows.leave(row.id(), mark("The case was closed before it was posted.")) == 1) {
                events.append(
                        new Event.ReplyNotPosted(
                                row.caseId(), words.brandOf(row.caseId()), row.id(), row.unsure()));
            }
        }
    }

    /// What is due.
    List<Long> findDue(int most) {
        return rows.findDue(clock.instant(), most);
    }

    /// Keeps what came of an attempt. A reply that stands on the network counts, whatever has
    /// become of the case meanwhile.
    @Transactional
    OutgoingRow settle(OutgoingRow row, Sent sent) {
        switch (sent) {
            case Sent.Done done -> record(row, done);
            case Sent.Refused(Refusal why) -> refuse(row, why);
            case Sent.Unsure(String detail) ->
                    settle(
                            row,
                            row.attempts() < MOST_ATTEMPTS ? State.PENDING : State.FAILED,
                            true,
                            detail,
                            clock.instant().plus(UNTIL_SHOWN));
        }
        return rows.findById(row.id()).orElseThrow();
    }

    /// Leaves it to a person.
    @Transactional
    OutgoingRow giveUp(OutgoingRow row, String detail) {
        settle(row, State.FAILED, row.unsure(), detail, clock.instant());
        return rows.findById(row.id()).orElseThrow();
    }

    /// A person wants another attempt, or gives it up, which is possible on a closed case as well.
    @Transactional
    Outcome decide(long id, long caseId, long version, Actor actor, State state) {
        var checked =
                state == State.DROPPED
                        ? words.checkClosing(caseId, actor)
                        : words.check(
                                caseId,
                                version,
                                actor,
                                rows.findById(id)
                                        .map(OutgoingRow::kind)
                                        .orElse(ReplyKind.ACKNOWLEDGEMENT));
        if (!(checked instanceof Outcome.Done)) {
            return checked;
        }
        if (rows.decide(id, caseId, state, clock.instant()) == 0) {
            return new Outcome.NotPossible(
                    t("Nothing was changed: it is under way, or done. Look at the case again."));
        }
        if (state == State.DROPPED) {
            rows.findById(id).ifPresent(drafts::giveBack);
            events.append(
                    new Event.ReplyGivenUp(caseId, words.brandOf(caseId), actor.memberId(), id));
        }
        return checked;
    }

    private void refuse(OutgoingRow row, Refusal why) {
        var now = clock.instant();
        var until = waits(why).filter(at -> at.isBefore(now.plus(PATIENCE)));
        settle(
                row,
                until.isPresent() && row.attempts() < MOST_ATTEMPTS ? State.PENDING : State.FAILED,
                row.unsure(),
                why.detail(),
                until.filter(at -> at.isAfter(now)).orElse(now.plus(UNTIL_SHOWN)));
    }

    /// Until when a refusal may pass by itself.
    private Optional<Instant> waits(Refusal why) {
        return switch (why) {
            case Refusal.RateLimited limited ->
                    limited.until().or(() -> Optional.of(clock.instant().plus(UNTIL_SHOWN)));
            case Refusal.QuotaExhausted exhausted -> Optional.of(exhausted.until());
            case Refusal.Transient _ -> Optional.of(clock.instant().plus(UNTIL_SHOWN));
            case Refusal.Unauthorised _,
                    Refusal.Misconfigured _,
                    Refusal.Denied _,
                    Refusal.Gone _,
                    Refusal.SourceChanged _ ->
                    Optional.empty();
        };
    }

    private void settle(
            OutgoingRow row, State state, boolean unsure, @Nullable String detail, Instant next) {
        int settled =
                rows.settle(
                        row.id(),
                        row.attempts(),
                        state,
                        unsure,
                        detail == null || detail.length() <= MOST_DETAIL
                                ? detail
                                : detail.substring(0, MOST_DETAIL),
                        next);
        if (settled == 1 && state == State.FAILED) {
            events.append(
                    new Event.ReplyNotPosted(
                            row.caseId(), words.brandOf(row.caseId()), row.id(), unsure));
        }
    }

    /// It may have been found on the network before its answer came: then that reply is signed.
    private void record(OutgoingRow row, Sent.Done done) {
        replies.lockCase(row.caseId());
        if (!rows.isUnderWay(row.id(), row.attempts())) {
            return;
        }
        var now = clock.instant();
        var url = done.url().map(Object::toString).orElse(null);
        var found =
                replies.findFound(row.caseId(), done.externalId())
                        .filter(reply -> reply.memberId() == null);
        var at = found.map(ReplyRow::postedAt).orElse(now);
        var episode = words.hear(row.caseId(), row.kind(), at);
        long id =
                found.map(
                                reply -> {
                                    // A word of substance stays one.
                                    replies.setRecorded(
                                            reply.id(),
                                            row.memberId(),
                                            reply.kind() == ReplyKind.ANSWER
                                                    ? ReplyKind.ANSWER
                                                    : row.kind());
                                    return reply.id();
                                })
                        .orElseGet(() ->
                                replies.save(
                                                new ReplyRow(
                                                        0,
                                                        row.caseId(),
                                                        episode,
                                                        row.kind(),
                                                        row.text(),
                                                        url,
                                                        at,
                                                        now,
                                                        row.memberId(),
                                                        null))
                                        .id());
        rows.sent(row.id(), done.externalId(), id, now);
        waived.tie(row.id(), id);
        events.append(
                new Event.ReplyRecorded(
                        row.caseId(),
                        words.brandOf(row.caseId()),
                        row.memberId(),
                        id,
                        row.kind().name(),
                        at));
    }
}
