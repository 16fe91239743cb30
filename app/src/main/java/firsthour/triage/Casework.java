package firsthour.triage;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import jakarta.inject.Singleton;

/// Opens cases and lets mentions join them.
@Singleton
class Casework {
    private final CaseRows rows;
    private final Episodes episodes;
    private final Waiting waiting;
    private final Routing routing;
    private final Custody custody;
    private final EventLog events;
    private final PriorityJson json;
    private final Clock clock;

    Casework(
            CaseRows rows,
            Episodes episodes,
            Waiting waiting,
            Routing routing,
            Custody custody,
            EventLog events,
            PriorityJson json,
            Clock clock) {
        this.rows = rows;
        this.episodes = episodes;
        this.waiting = waiting;
        this.routing = routing;
        this.custody = custody;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /// Opens a case, starts its clocks, and lets the rules say who takes it.
    ///
    /// @return the case
    long open(Facts facts, Decision.Opens decision) {
        var wrote = facts.wrote();
        var priority = Priority.of(decision.kind(), facts);
        var row =
                rows.save(
                        new CaseRow(
                                0,
                                wrote.brandId(),
                                decision.kind(),
                                CaseState.OPEN,
                                wrote.mentionId(),
                                wrote.network(),
                                wrote.author().orElse(null),
                                null,
                                null,
                                priority.points(),
                                json.write(priority),
                                1,
                                decision.from(),
                                clock.instant(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                0));
        events.append(
                new Event.CaseOpened(
                        row.id(),
                        wrote.brandId(),
                        wrote.mentionId(),
                        decision.kind().name(),
                        priority.points()));
        episodes.begin(row, decision.from());
        routing.route(row.id());
        return row.id();
    }

    /// Lets a mention join a case, which becomes as urgent as the most urgent of its mentions.
    void join(Facts facts, Decision.Joins decision) {
        var row =
                rows.lock(decision.caseId())
                        .orElseThrow(() -> new IllegalStateException("The case is gone"));
        rows.touch(row.id());
        events.append(new Event.MentionJoined(row.id(), row.brandId(), facts.wrote().mentionId()));
        if (facts.isThanks() || row.state() != CaseState.OPEN) {
            rows.leaveWithoutReply(facts.wrote().mentionId());
        } else {
            waiting.cameBack(row, facts.wrote().mentionId(), facts.wrote().publishedAt());
            episodes.listen(row.id());
        }
        weigh(facts, row);
    }

    /// Opens a resolved case again, for the customer who wrote below it: a new episode with new
    /// clocks, kept by whoever had it or stands in.
    void reopen(Facts facts, Decision.Reopens decision) {
        var mention = facts.wrote().mentionId();
        if (rows.reopenFor(decision.caseId(), facts.wrote().knownSince()) == 0) {
            throw new IllegalStateException("The case is not resolved any more");
        }
        var row = rows.findById(decision.caseId()).orElseThrow();
        events.append(new Event.MentionJoined(row.id(), row.brandId(), mention));
        events.append(
                new Event.CaseReopenedByCustomer(row.id(), row.brandId(), mention, row.episode()));
        episodes.begin(row, facts.wrote().knownSince());
        weigh(facts, row);
        custody.reopened(row.id());
    }

    /// Lets an open case become as urgent as one of its mentions, which was edited or has spread.
    void weigh(Facts facts, long caseId) {
        rows.lockOpen(caseId).ifPresent(row -> weigh(facts, row));
    }

    private void weigh(Facts facts, CaseRow row) {
        var priority = Priority.of(row.kind(), facts);
        if (priority.points() > row.priority()) {
            rows.setPriority(row.id(), priority.points(), json.write(priority));
            events.append(new Event.PriorityRaised(row.id(), row.brandId(), priority.points()));
        }
    }
}
