package firsthour.triage;

import firsthour.brand.Networks;
import firsthour.team.Availability;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tries a rule over the cases of the last month. It writes nothing.
@Singleton
public class DryRuns {
    /// How far back.
    public static final Duration MONTH = Duration.ofDays(30);

    /// Cases that are looked at, the oldest first.
    static final int MOST = 5_000;

    private final RoutingRuleRows rules;
    private final RoutingRows rows;
    private final Networks networks;
    private final Clock clock;

    DryRuns(RoutingRuleRows rules, RoutingRows rows, Networks networks, Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.networks = networks;
        this.clock = clock;
    }

    /// What would have become of the cases if this rule had been live beside those that are.
    @Transactional(readOnly = true)
    public DryRun of(RoutingRule tried) {
        var since = clock.instant().minus(MONTH);
        var cases = rows.findOpenedSince(since, MOST + 1, networks.listNamesOnly());
        var more = cases.size() > MOST;
        List<RoutingRule> asked =
                rules.list().stream()
                        .map(RoutingRuleRow::rule)
                        .filter(rule ->
                                rule.id() == tried.id() || rule.state() == RoutingRule.State.LIVE)
                        .toList();
        return DryRun.of(
                since,
                more ? cases.subList(0, MOST) : cases,
                more,
                asked,
                tried.id(),
                this::findPeople);
    }

    /// Everybody who belongs there, here or away: nobody is away at the beginning of time.
    private List<Candidate> findPeople(RoutingTarget target) {
        return rows.findCandidates(
                target.teamId().orElse(null),
                target.skill().orElse(null),
                Instant.EPOCH,
                Availability.USUAL_CAPACITY);
    }
}
