package firsthour.triage;

import firsthour.brand.Networks;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.team.Availability;
import firsthour.time.Clock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Sends cases where the rules say: the first live rule that fits decides. Where none fits, anybody
/// may claim the case.
@Singleton
class Routing {
    private final RoutingRuleRows rules;
    private final RoutingRows rows;
    private final CaseRows cases;
    private final PeopleRows people;
    private final Holdings holdings;
    private final Networks networks;
    private final EventLog events;
    private final Clock clock;

    Routing(
            RoutingRuleRows rules,
            RoutingRows rows,
            CaseRows cases,
            PeopleRows people,
            Holdings holdings,
            Networks networks,
            EventLog events,
            Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.cases = cases;
        this.people = people;
        this.holdings = holdings;
        this.networks = networks;
        this.events = events;
        this.clock = clock;
    }

    /// Sends an open case that nobody has; inside a transaction.
    void route(long caseId) {
        var live = rules.listLive().stream().map(RoutingRuleRow::rule).toList();
        if (live.isEmpty()) {
            return;
        }
        findFacts(caseId)
                .ifPresent(facts ->
                        RoutingRule.findFirst(live, facts).ifPresent(rule -> send(facts, rule)));
    }

    /// What the rules ask about a case.
    Optional<RoutingFacts> findFacts(long caseId) {
        return rows.find(caseId, networks.listNamesOnly()).map(RoutedRow::facts);
    }

    private void send(RoutingFacts facts, RoutingRule rule) {
        var target = rule.target();
        rows.takeTurn();
        var among = findCandidates(target);
        var next = Candidate.pick(among, target.manner());
        var caseId = facts.caseId();
        rows.send(caseId, target.teamId().orElse(null), words(rule, among, next.isPresent()));
        events.append(
                new Event.CaseRouted(
                        caseId, facts.brandId(), rule.id(), target.teamId().orElse(0L)));
        if (next.isPresent()) {
            var now = clock.instant();
            var member = next.get().memberId();
            if (rows.assign(caseId, member, now) == 1) {
                rows.noteTurn(member, now);
                holdings.begin(caseId, member, Holding.Way.ASSIGNED);
                events.append(new Event.CaseAssigned(caseId, facts.brandId(), rule.id(), member));
            }
        } else if (among.isEmpty() && cases.leaveUnattended(caseId, clock.instant()) == 1) {
            events.append(new Event.CaseUnattended(caseId, facts.brandId()));
        }
    }

    List<Candidate> findCandidates(RoutingTarget target) {
        return rows.findCandidates(
                target.teamId().orElse(null),
                target.skill().orElse(null),
                clock.instant(),
                Availability.USUAL_CAPACITY);
    }

    private String words(RoutingRule rule, List<Candidate> among, boolean assigned) {
        var to =
                rule.target()
                        .teamId()
                        .flatMap(people::findTeamName)
                        .map(name -> "to " + name + " ")
                        .orElse("");
        var rest =
                among.isEmpty()
                        ? ": nobody of them is here"
                        : assigned || rule.target().manner() == RoutingTarget.Manner.POOL
                                ? ""
                                : ": nobody of them is free";
        return "Sent %sby the rule \"%s\"%s".formatted(to, rule.name(), rest);
    }
}
