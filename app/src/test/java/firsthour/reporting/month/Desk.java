package firsthour.reporting.month;

import firsthour.response.Merging;
import firsthour.response.Recording;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.team.Member;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.CaseState;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Handovers;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.Outcome;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// What people do with cases, by the doors of the application. What it refuses is not done, and
/// counted.
@Singleton
@Requires(property = "month")
class Desk {
    private final Team team;
    private final Cases cases;
    private final Replies replies;
    private final Waiting waiting;
    private final Handovers handovers;
    private final Merging merging;
    private final ControlledTime time;

    Desk(
            Team team,
            Cases cases,
            Replies replies,
            Waiting waiting,
            Handovers handovers,
            Merging merging,
            ControlledTime time) {
        this.team = team;
        this.cases = cases;
        this.replies = replies;
        this.waiting = waiting;
        this.handovers = handovers;
        this.merging = merging;
        this.time = time;
    }

    void claim(long caseId, Member by) {
        var known = team.find(caseId);
        if (known.state() == CaseState.OPEN && known.assigneeId().isEmpty()) {
            team.count("claim", cases.claim(caseId, known.version(), Team.actor(by)));
        }
    }

    /// Notes a first word, perhaps later than it was said.
    ///
    /// @param said when
    void acknowledge(long caseId, Instant said) {
        say("acknowledge", caseId, Words.ACKNOWLEDGEMENT, said, replies::acknowledge);
    }

    void answer(long caseId) {
        say("answer", caseId, Words.ANSWER, time.now(), replies::answer);
    }

    void followUp(long caseId) {
        say("follow up", caseId, Words.FOLLOW_UP, time.now(), replies::followUp);
    }

    void resolve(long caseId) {
        deed("resolve", caseId, (seen, by) -> cases.resolve(caseId, seen.version(), by));
    }

    void dismiss(long caseId, DismissalReason reason) {
        deed(
                "dismiss",
                caseId,
                (seen, by) -> cases.dismiss(caseId, seen.version(), by, reason, ""));
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
        long seen = team.find(caseId).version();
        team.count(
                accepts ? "accept" : "decline",
                accepts
                        ? handovers.accept(caseId, seen, Team.actor(to))
                        : handovers.decline(caseId, seen, Team.actor(to)));
    }

    /// Makes one case of two.
    ///
    /// @return whether they are one now
    boolean merge(long caseId, long otherId) {
        var merged =
                merging.merge(
                        new Pair(
                                caseId,
                                team.find(caseId).version(),
                                otherId,
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        team.manager());
        team.count("merge", merged);
        return merged instanceof Outcome.Done;
    }

    void splitBack(long survivorId, long mergedId) {
        team.count(
                "split back",
                merging.splitBack(
                        survivorId, team.find(survivorId).version(), mergedId, team.manager()));
    }

    /// The open case of one whom nobody has answered yet, if it is that.
    Optional<Case> findUnheard(long caseId) {
        return Optional.of(team.find(caseId))
                .filter(it -> it.state() == CaseState.OPEN && it.acknowledgedAt().isEmpty());
    }

    private interface Saying {
        Recording record(long caseId, long version, Actor by, ReplyDraft draft);
    }

    private void say(String name, long caseId, String text, Instant at, Saying saying) {
        long seen = team.find(caseId).version();
        team.keeper(caseId)
                .ifPresent(by ->
                        team.count(
                                name,
                                saying.record(caseId, seen, by, new ReplyDraft(text, "", at))
                                        instanceof Recording.Recorded));
    }

    private void deed(String name, long caseId, BiFunction<Case, Actor, Outcome> deed) {
        var seen = team.find(caseId);
        team.keeper(caseId).ifPresent(by -> team.count(name, deed.apply(seen, by)));
    }
}
