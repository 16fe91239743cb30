package firsthour.reporting.month;

import firsthour.response.Approving;
import firsthour.response.Dispatch;
import firsthour.response.Looking;
import firsthour.response.Praise;
import firsthour.response.Promises;
import firsthour.response.Promising;
import firsthour.response.Remedies;
import firsthour.response.Remedy;
import firsthour.response.ReplyDraft;
import firsthour.response.SecondLookRequests;
import firsthour.response.SecondLooks;
import firsthour.response.Thanks;
import firsthour.scoring.Corrections;
import firsthour.scoring.SpotChecks;
import firsthour.scoring.SpotChecks.Label;
import firsthour.sentiment.Polarity;
import firsthour.team.Member;
import firsthour.time.ControlledTime;
import firsthour.triage.ReplyKind;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/// What people do beside answering: promises, second looks, thanks for praise, and what they say of
/// the judgement.
@Singleton
@Requires(property = "month")
class Care {
    private final Team team;
    private final Promises promises;
    private final Remedies remedies;
    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final Thanks thanks;
    private final Corrections corrections;
    private final SpotChecks checks;
    private final ControlledTime time;

    Care(
            Team team,
            Promises promises,
            Remedies remedies,
            SecondLookRequests requests,
            SecondLooks looks,
            Thanks thanks,
            Corrections corrections,
            SpotChecks checks,
            ControlledTime time) {
        this.team = team;
        this.promises = promises;
        this.remedies = remedies;
        this.requests = requests;
        this.looks = looks;
        this.thanks = thanks;
        this.corrections = corrections;
        this.checks = checks;
        this.time = time;
    }

    void promise(long caseId, Duration within) {
        team.keeper(caseId)
                .ifPresent(by ->
                        team.count(
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
            team.keeper(caseId)
                    .ifPresent(by ->
                            team.count(
                                    "keep",
                                    promises.keep(caseId, promise.id(), by)
                                            instanceof Promising.Done));
        }
    }

    void withdrawPromises(long caseId) {
        for (var promise : promises.findByCase(caseId)) {
            team.keeper(caseId)
                    .ifPresent(by ->
                            team.count(
                                    "withdraw",
                                    promises.withdraw(caseId, promise.id(), by, "Refunded instead.")
                                            instanceof Promising.Done));
        }
    }

    /// Gives the customer something, under one of more rules than a report names. Not everything is
    /// worth a sum.
    void give(long caseId, int which) {
        var kinds = Remedy.Kind.values();
        var amount = which % 3 == 0 ? "" : which + (which % 2 == 0 ? ".50" : "");
        team.keeper(caseId)
                .ifPresent(by ->
                        team.count(
                                "give",
                                remedies.give(
                                                caseId,
                                                by,
                                                kinds[which % kinds.length],
                                                amount,
                                                which % 5 < 2 ? "gbp" : "EUR",
                                                "Rule " + which % 13)
                                        instanceof Promising.Done));
    }

    /// Asks anybody to look at an answer.
    ///
    /// @return the look; empty where it cannot be asked for
    OptionalLong askToLook(long caseId) {
        long seen = team.find(caseId).version();
        var by = team.keeper(caseId);
        var asked =
                by.map(author ->
                        requests.ask(
                                caseId, seen, author, ReplyKind.ANSWER, Words.ANSWER, Map.of(), 0));
        asked.ifPresent(looking -> team.count("ask to look", looking instanceof Looking.Asked));
        return asked.isPresent() && asked.get() instanceof Looking.Asked(long id, var _)
                ? OptionalLong.of(id)
                : OptionalLong.empty();
    }

    /// @param words as whoever looks leaves them
    void approve(long caseId, long look, Member by, String words) {
        team.count(
                "approve",
                looks.approve(
                                caseId,
                                team.find(caseId).version(),
                                look,
                                Team.actor(by),
                                words,
                                Map.of())
                        instanceof Approving.ForCopying);
    }

    void sendBack(long caseId, long look, Member by) {
        team.count(
                "send back",
                looks.sendBack(
                                caseId,
                                team.find(caseId).version(),
                                look,
                                Team.actor(by),
                                Words.ANSWER,
                                "Say when it comes.")
                        instanceof Looking.Done);
    }

    /// Thanks a few who praised the brand.
    void thankSome(long brand, Member by) {
        for (var praise : thanks.list(brand, Praise.Which.OPEN, Long.MAX_VALUE, 2)) {
            team.count(
                    "thank",
                    thanks.record(
                                    praise.mentionId(),
                                    Team.actor(by),
                                    new ReplyDraft(Words.WELCOME, "", time.now()),
                                    Map.of())
                            instanceof Dispatch.Posted);
        }
    }

    /// Says that the judgement of a mention was wrong.
    void correct(long mention, Member by, Polarity polarity) {
        team.count("correct", corrections.correct(mention, by.id(), polarity, 0));
    }

    /// Looks at a few that were drawn.
    void checkSome(long brand, Member by, Random random) {
        for (int i = 0; i < 5; i++) {
            checks.findNext(brand)
                    .ifPresent(drawn -> {
                        int found = random.nextInt(10);
                        team.count(
                                "check",
                                checks.label(
                                                drawn.mentionId(),
                                                by.id(),
                                                found == 0
                                                        ? Label.COMPLAINT
                                                        : found == 1 ? Label.UNSURE : Label.FINE)
                                        != SpotChecks.Kept.NOTHING);
                    });
        }
    }
}
