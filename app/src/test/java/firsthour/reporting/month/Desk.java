package firsthour.reporting.month;

import firsthour.response.Promises;
import firsthour.response.Promising;
import firsthour.response.Recording;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.team.Availabilities;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.CaseState;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Handovers;
import firsthour.triage.Outcome;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/// Twelve members in three zones, who do by the doors of the application what people do. What the
/// application refuses is not done, and counted.
@Singleton
@Requires(property = "month")
class Desk {
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final Members members;
    private final Availabilities availabilities;
    private final Cases cases;
    private final Replies replies;
    private final Waiting waiting;
    private final Handovers handovers;
    private final Promises promises;
    private final ControlledTime time;
    private final List<Member> team = new ArrayList<>();

    /// How often each deed was done.
    final Map<String, Integer> done = new HashMap<>();

    Desk(
            Members members,
            Availabilities availabilities,
            Cases cases,
            Replies replies,
            Waiting waiting,
            Handovers handovers,
            Promises promises,
            ControlledTime time) {
        this.members = members;
        this.availabilities = availabilities;
        this.cases = cases;
        this.replies = replies;
        this.waiting = waiting;
        this.handovers = handovers;
        this.promises = promises;
        this.time = time;
    }

    void join() {
        for (int i = 0; i < 12; i++) {
            var asked =
                    new NewMember(
                            "member" + i + "@example.org",
                            "Member " + i,
                            i == 0 ? Role.MANAGER : Role.AGENT,
                            ZONES.get(i % 3),
                            "-");
            switch (members.add(asked, Members.SYSTEM)) {
                case Saved(Member member) -> team.add(member);
                case Refused(String field, String message) ->
                        throw new IllegalStateException(field + ": " + message);
            }
        }
    }

    /// Somebody who is at work now and not away; empty in the middle of the night.
    Optional<Member> atWork(Random random) {
        var now = time.now();
        var there =
                team.stream()
                        .filter(one -> {
                            var local = now.atZone(one.zone()).toLocalTime();
                            return !local.isBefore(MORNING) && local.isBefore(EVENING);
                        })
                        .filter(one -> !availabilities.get(one.id()).isAway(now))
                        .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(there.get(random.nextInt(there.size())));
    }

    /// One of the agents leaves for some days, and the next one stands in.
    void goAway(int who, Duration howLong) {
        var gone = team.get(1 + who % 11);
        var cover = team.get(1 + (who + 1) % 11);
        var now = time.now();
        count(
                "away",
                availabilities.goAway(
                                gone.id(),
                                availabilities.get(gone.id()).version(),
                                now,
                                Optional.of(now.plus(howLong)),
                                who % 3 == 0 ? Optional.empty() : Optional.of(cover.id()),
                                Members.SYSTEM)
                        instanceof Saved);
    }

    void claim(long caseId, Member by) {
        var known = cases.find(caseId).orElseThrow();
        if (known.state() == CaseState.OPEN && known.assigneeId().isEmpty()) {
            count("claim", cases.claim(caseId, known.version(), actor(by)));
        }
    }

    void acknowledge(long caseId, Instant at) {
        say("acknowledge", caseId, Words.ACKNOWLEDGEMENT, at, replies::acknowledge);
    }

    void answer(long caseId) {
        say("answer", caseId, Words.ANSWER, time.now(), replies::answer);
    }

    void resolve(long caseId) {
        deed("resolve", caseId, (seen, by) -> cases.resolve(caseId, seen.version(), by));
    }

    void dismiss(long caseId) {
        deed(
                "dismiss",
                caseId,
                (seen, by) ->
                        cases.dismiss(caseId, seen.version(), by, DismissalReason.SPAM, "spam"));
    }

    void undo(long caseId) {
        deed("undo", caseId, (seen, by) -> cases.undoClosing(caseId, seen.version(), by));
    }

    void reopen(long caseId) {
        deed("reopen", caseId, (seen, by) -> cases.reopen(caseId, seen.version(), by));
    }

    void await(long caseId) {
        deed("wait", caseId, (seen, by) -> waiting.begin(caseId, seen.version(), by));
    }

    void stopWaiting(long caseId) {
        deed("stop waiting", caseId, (seen, by) -> waiting.end(caseId, seen.version(), by));
    }

    void offer(long caseId, Member to) {
        deed(
                "offer",
                caseId,
                (seen, by) ->
                        handovers.offer(caseId, seen.version(), by, to.id(), "You know this one."));
    }

    void settleOffer(long caseId, Member to, boolean accepts) {
        var seen = cases.find(caseId).orElseThrow();
        count(
                accepts ? "accept" : "decline",
                accepts
                        ? handovers.accept(caseId, seen.version(), actor(to))
                        : handovers.decline(caseId, seen.version(), actor(to)));
    }

    void promise(long caseId, Duration within) {
        keeper(caseId)
                .ifPresent(by ->
                        count(
                                "promise",
                                promises.make(
                                                caseId,
                                                by,
                                                "Another grinder is with you.",
                                                time.now().plus(within))
                                        instanceof Promising.Done));
    }

    void keepPromises(long caseId) {
        for (var promise : promises.findByCase(caseId)) {
            keeper(caseId)
                    .ifPresent(by ->
                            count(
                                    "keep",
                                    promises.keep(caseId, promise.id(), by)
                                            instanceof Promising.Done));
        }
    }

    void withdrawPromises(long caseId) {
        for (var promise : promises.findByCase(caseId)) {
            keeper(caseId)
                    .ifPresent(by ->
                            count(
                                    "withdraw",
                                    promises.withdraw(caseId, promise.id(), by, "Refunded instead.")
                                            instanceof Promising.Done));
        }
    }

    private interface Saying {
        Recording record(long caseId, long version, Actor by, ReplyDraft draft);
    }

    private void say(String name, long caseId, String text, Instant at, Saying saying) {
        var seen = cases.find(caseId).orElseThrow();
        keeper(caseId)
                .ifPresent(by ->
                        count(
                                name,
                                saying.record(
                                                caseId,
                                                seen.version(),
                                                by,
                                                new ReplyDraft(text, "", at))
                                        instanceof Recording.Recorded));
    }

    private void deed(String name, long caseId, BiFunction<Case, Actor, Outcome> deed) {
        var seen = cases.find(caseId).orElseThrow();
        keeper(caseId).ifPresent(by -> count(name, deed.apply(seen, by)));
    }

    /// Whoever has the case.
    private Optional<Actor> keeper(long caseId) {
        return cases.find(caseId).orElseThrow().assigneeId().map(members::get).map(Desk::actor);
    }

    private void count(String name, Outcome outcome) {
        count(name, outcome instanceof Outcome.Done);
    }

    private void count(String name, boolean did) {
        done.merge(did ? name : name + " refused", 1, Integer::sum);
    }

    private static Actor actor(Member member) {
        return new Actor(member.id(), member.role());
    }
}
