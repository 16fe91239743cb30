package firsthour.clocks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What brands promise their customers, as it stands.
@Singleton
public class Policies {
    private final PolicyRows rows;
    private final Calendars calendars;

    Policies(PolicyRows rows, Calendars calendars) {
        this.rows = rows;
        this.calendars = calendars;
    }

    /// What a brand promises.
    public BrandPolicies of(long brandId) {
        var newest = rows.findNewest(brandId);
        if (newest.isEmpty()) {
            return BrandPolicies.STANDARD;
        }
        var targets =
                rows.findTargets(newest.stream().map(PolicyRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(PolicyRows.TargetRow::policyId));
        return new BrandPolicies(
                newest.getFirst().revision(),
                newest.stream()
                        .map(row -> row.policy(targets(targets.getOrDefault(row.id(), List.of()))))
                        .toList());
    }

    /// What a post is promised; empty where that is nothing.
    Optional<Policy> findFor(Circumstances post) {
        return of(post.brandId()).findFor(post);
    }

    /// When each word would be due for a post that came at an instant.
    ///
    /// @param zone of the reader
    public List<Due> foresee(Policy policy, Instant at, ZoneId zone) {
        return policy.targets().stream()
                // It begins when somebody asks for it, which no post tells.
                .filter(target -> target.kind() != ClockKind.SECOND_LOOK)
                .map(target -> {
                    var receipt = calendars.apply(policy, target, at).from(at);
                    return new Due(
                            target.kind(), receipt.deadline().dueAt(), receipt.inWords(zone));
                })
                .toList();
    }

    /// A deadline that would be.
    ///
    /// @param receipt how it comes about
    public record Due(ClockKind kind, Instant at, String receipt) {}

    private static List<Policy.Target> targets(List<PolicyRows.TargetRow> stored) {
        return stored.stream()
                .map(PolicyRows.TargetRow::target)
                .sorted(Comparator.comparing(Policy.Target::kind))
                .toList();
    }
}
