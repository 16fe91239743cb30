package firsthour.clocks;

import firsthour.clocks.PolicySaving.Refused;
import firsthour.clocks.PolicySaving.Saved;
import firsthour.clocks.PolicySaving.Stale;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Changes what brands promise. Clocks that run keep the targets under which they started; only
/// what is switched off is owed no more.
@Singleton
public class PolicyChanges {
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 50;

    private final PolicyRows rows;
    private final Policies policies;
    private final Calendars calendars;
    private final ClockRows clockRows;
    private final Clocks clocks;
    private final EventLog events;
    private final Clock clock;

    PolicyChanges(
            PolicyRows rows,
            Policies policies,
            Calendars calendars,
            ClockRows clockRows,
            Clocks clocks,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.calendars = calendars;
        this.clockRows = clockRows;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    /// Replaces all policies of a brand, in the order in which they are tried.
    ///
    /// @param revision that the person saw
    /// @param wanted a number that the brand's policies do not have is a new policy
    /// @param by the member who does
    @Transactional(propagation = Propagation.MANDATORY)
    public PolicySaving change(long brandId, int revision, List<Policy> wanted, long by) {
        var problem = problem(wanted);
        if (problem.isPresent()) {
            return new Refused(problem.get());
        }
        rows.lockBrand(brandId);
        var before = policies.of(brandId);
        if (before.revision() != revision) {
            return new Stale();
        }
        write(brandId, before, wanted, by);
        events.append(new Event.PoliciesChanged(brandId, by, revision + 1));
        var relieved =
                before.policies().stream()
                        .filter(Policy::enabled)
                        .flatMap(old -> switchedOff(brandId, old, wanted).stream())
                        .distinct()
                        .toList();
        return new Saved(policies.of(brandId), relieved);
    }

    private void write(long brandId, BrandPolicies before, List<Policy> wanted, long by) {
        var last = rows.lastNumber(brandId);
        var position = 0;
        for (var policy : wanted) {
            var known = policy.number() > 0 && before.find(policy.number()).isPresent();
            var row =
                    rows.save(
                            new PolicyRow(
                                    0,
                                    brandId,
                                    before.revision() + 1,
                                    known ? policy.number() : ++last,
                                    position++,
                                    policy.name().strip(),
                                    boxed(policy.scope().sourceId()),
                                    policy.scope().language().orElse(null),
                                    boxed(policy.scope().minSeverity()),
                                    boxed(policy.calendarId()),
                                    policy.enabled(),
                                    clock.instant(),
                                    by));
            policy.targets()
                    .forEach(target ->
                            rows.addTarget(
                                    row.id(),
                                    target.kind(),
                                    target.within().toSeconds(),
                                    target.business()));
        }
    }

    /// Calls off what was promised and is not any more.
    ///
    /// @return the cases
    private List<Long> switchedOff(long brandId, Policy old, List<Policy> wanted) {
        var now =
                wanted.stream()
                        .filter(policy -> policy.number() == old.number() && policy.enabled())
                        .findFirst();
        if (now.isEmpty()) {
            return cancel(brandId, old, null);
        }
        return old.targets().stream()
                .map(Policy.Target::kind)
                .filter(kind -> now.get().target(kind).isEmpty())
                .flatMap(kind -> cancel(brandId, old, kind).stream())
                .toList();
    }

    private List<Long> cancel(long brandId, Policy old, @Nullable ClockKind kind) {
        var name = kind == null ? null : kind.name();
        var owed = new ArrayList<>(clockRows.lockPromisedBy(brandId, old.number(), name));
        if (old.scope().equals(Policy.Scope.ALL)) {
            // It stands for the standard, under which older clocks may still run.
            owed.addAll(clockRows.lockPromisedByStandard(brandId, name));
        }
        owed.forEach(clocks::cancel);
        return owed.stream().map(ClockRow::caseId).toList();
    }

    private Optional<String> problem(List<Policy> wanted) {
        if (wanted.size() > MOST) {
            return Optional.of("Those are more than %d policies. Join some.".formatted(MOST));
        }
        if (wanted.isEmpty() || !wanted.getLast().scope().equals(Policy.Scope.ALL)) {
            return Optional.of(
                    "The last policy is for everything: without it some posts would be promised nothing. Leave its conditions empty, and keep it last.");
        }
        return wanted.stream()
                .map(this::problem)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> sameName(wanted));
    }

    private Optional<String> problem(Policy policy) {
        var name = policy.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of(
                    "Give each policy a name of at most %d characters.".formatted(LONGEST_NAME));
        }
        if (policy.calendarId().isEmpty()) {
            return policy.targets().stream().anyMatch(Policy.Target::business)
                    ? Optional.of(
                            "“%s” counts business hours. Choose the calendar that has them."
                                    .formatted(name))
                    : Optional.empty();
        }
        return calendars.find(policy.calendarId().getAsLong()).isEmpty()
                ? Optional.of("The calendar of “%s” is gone. Choose another one.".formatted(name))
                : Optional.empty();
    }

    private static Optional<String> sameName(List<Policy> wanted) {
        var names = wanted.stream().map(policy -> policy.name().strip()).toList();
        return names.stream().distinct().count() == names.size()
                ? Optional.empty()
                : Optional.of("Two policies have the same name. Give each a name of its own.");
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
