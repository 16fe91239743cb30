package firsthour.demo;

import firsthour.response.Recording;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.team.Member;
import firsthour.team.Members;
import firsthour.team.NewMember;
import firsthour.team.Outcome.Refused;
import firsthour.team.Outcome.Saved;
import firsthour.time.Clock;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The invented staff, who work cases by the same doors as people do.
@Singleton
class SampleStaff {
    private static final Logger LOG = LoggerFactory.getLogger(SampleStaff.class);

    private final Members members;
    private final Cases cases;
    private final Replies replies;
    private final Clock clock;
    private final Map<String, Member> team = new HashMap<>();

    SampleStaff(Members members, Cases cases, Replies replies, Clock clock) {
        this.members = members;
        this.cases = cases;
        this.replies = replies;
        this.clock = clock;
    }

    void join(List<SampleMember> staff, String passwordHash) {
        for (var one : staff) {
            var asked =
                    new NewMember(one.email(), one.name(), one.role(), one.zone(), passwordHash);
            switch (members.add(asked, Members.SYSTEM)) {
                case Saved(Member member) -> team.put(one.key(), member);
                case Refused(String field, String message) ->
                        throw new IllegalStateException(field + ": " + message);
            }
        }
    }

    long id(String key) {
        return member(key).id();
    }

    /// Takes the case if nobody has it.
    void claim(long caseId, String by) {
        var known = cases.find(caseId).orElseThrow();
        if (known.assigneeId().isEmpty()) {
            note(caseId, cases.claim(caseId, known.version(), actor(by)));
        }
    }

    /// Records a public word.
    void say(long caseId, String by, ReplyKind kind, String text, String url) {
        work(
                caseId,
                by,
                (seen, actor) -> {
                    var draft = new ReplyDraft(text, url, clock.instant());
                    var recording =
                            switch (kind) {
                                case ACKNOWLEDGEMENT ->
                                        replies.acknowledge(caseId, seen.version(), actor, draft);
                                case ANSWER -> replies.answer(caseId, seen.version(), actor, draft);
                                case FOLLOW_UP ->
                                        replies.followUp(caseId, seen.version(), actor, draft);
                            };
                    return switch (recording) {
                        case Recording.Recorded(_, Case changed) -> new Outcome.Done(changed);
                        case Recording.Refused(Outcome outcome) -> outcome;
                        case Recording.Invalid(var problems) ->
                                throw new IllegalStateException(problems.toString());
                    };
                });
    }

    void resolve(long caseId, String by) {
        work(caseId, by, (seen, actor) -> cases.resolve(caseId, seen.version(), actor));
    }

    void dismiss(long caseId, String by, DismissalReason reason, String note) {
        work(
                caseId,
                by,
                (seen, actor) -> cases.dismiss(caseId, seen.version(), actor, reason, note));
    }

    private void work(long caseId, String by, BiFunction<Case, Actor, Outcome> deed) {
        claim(caseId, by);
        var seen = cases.find(caseId).orElseThrow();
        note(caseId, deed.apply(seen, actor(by)));
    }

    /// A refusal is no fault: under another model a post may have joined somebody else's case.
    private static void note(long caseId, Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            LOG.debug("Left out on case {}: {}", caseId, outcome.inWords());
        }
    }

    Actor actor(String key) {
        var member = member(key);
        return new Actor(member.id(), member.role());
    }

    private Member member(String key) {
        return Objects.requireNonNull(team.get(key), () -> "Nobody is called " + key);
    }
}
