package firsthour.clocks;

import static firsthour.language.Texts.t;

import firsthour.clocks.PolicySaving.Refused;
import firsthour.clocks.PolicySaving.Saved;
import firsthour.clocks.PolicySaving.Stale;
import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.time.Clock;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
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

    /// The cases on which something would be owed no more, without a lock: whoever changes the
    /// policies locks them first, as every deed locks the case before its clocks.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> findConcerned(long brandId, List<Policy> wanted) {
        var concerned = new TreeSet<Long>();
        for (var old : policies.of(brandId).policies()) {
            if (old.targets().stream().anyMatch(target -> isOff(old, target.kind(), wanted))) {
                concerned.addAll(clockRows.findPromisedBy(brandId, old.number()));
                if (old.scope().equals(Policy.Scope.ALL)) {
                    // It stands for the standard, under which older clocks may still run.
                    concerned.addAll(clockRows.findPromisedByStandard(brandId));
                }
            }
        }
        return List.copyOf(concerned);
    }

    /// Replaces all policies of a brand, in the order in which they are tried.
    ///
    /// @param revision that the person saw
    /// @param wanted a number that the brand's policies do not have is a new policy
    /// @param concerned by [#findConcerned], locked
    /// @param by the member who does
    @Transactional(propagation = Propagation.MANDATORY)
    public PolicySaving change(
            long brandId, int revision, List<Policy> wanted, List<Long> concerned, long by) {
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
        return new Saved(
                policies.of(brandId),
                concerned.stream().filter(id -> callOff(id, before, wanted)).toList());
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

    /// Calls off what was promised on a case and is not any more.
    private boolean callOff(long caseId, BrandPolicies before, List<Policy> wanted) {
        var off =
                clockRows.lockOwed(caseId).stream()
                        .filter(clock -> isOff(promisedBy(clock, before), clock.kind(), wanted))
                        .toList();
        off.forEach(clocks::cancel);
        return !off.isEmpty();
    }

    /// The policy that promised a clock, as it was before the change; the one for everything stands
    /// for the standard.
    private Policy promisedBy(ClockRow clock, BrandPolicies before) {
        return Optional.ofNullable(clock.policyId())
                .flatMap(clockRows::findNumber)
                .flatMap(before::find)
                .orElseGet(() -> before.policies().getLast());
    }

    private static boolean isOff(Policy old, ClockKind kind, List<Policy> wanted) {
        return old.enabled()
                && old.target(kind).isPresent()
                && wanted.stream()
                        .noneMatch(policy ->
                                policy.number() == old.number()
                                        && policy.enabled()
                                        && policy.target(kind).isPresent());
    }

    private Optional<String> problem(List<Policy> wanted) {
        if (wanted.size() > MOST) {
            return Optional.of(t("Those are more than {0} policies. Join some.", MOST));
        }
        if (wanted.isEmpty() || !wanted.getLast().scope().equals(Policy.Scope.ALL)) {
            return Optional.of(
                    t(
                            "The last policy is for everything: without it some posts would be promised nothing. Leave its conditions empty, and keep it last."));
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
                    t("Give each policy a name of at most {0} characters.", LONGEST_NAME));
        }
        var source = policy.scope().sourceId();
        if (source.isPresent() && rows.countSource(source.getAsLong()) == 0) {
            return Optional.of(t("The source of “{0}” is gone. Choose another one.", name));
        }
        if (policy.calendarId().isEmpty()) {
            return policy.targets().stream().anyMatch(Policy.Target::business)
                    ? Optional.of(
                            t(
                                    "“{0}” counts business hours. Choose the calendar that has them.",
                                    name))
                    : Optional.empty();
        }
        var calendar = calendars.find(policy.calendarId().getAsLong());
        if (calendar.isEmpty()) {
            return Optional.of(t("The calendar of “{0}” is gone. Choose another one.", name));
        }
        return policy.targets().stream()
                .filter(Policy.Target::business)
                .filter(target -> isOutOfReach(calendar.get(), target))
                .findFirst()
                .map(_ ->
                        t(
                                "“{0}” cannot count business hours: in five years the calendar “{1}” is not open for that long. Give the calendar more hours, or the policy another calendar.",
                                name, calendar.get().name()));
    }

    /// A calendar that was good once may have been closed since by a feed of days off.
    private boolean isOutOfReach(Calendar calendar, Policy.Target target) {
        return calendar.hours().after(clock.instant(), target.within()).isEmpty();
    }

    private static Optional<String> sameName(List<Policy> wanted) {
        var names = wanted.stream().map(policy -> policy.name().strip()).toList();
        return names.stream().distinct().count() == names.size()
                ? Optional.empty()
                : Optional.of(t("Two policies have the same name. Give each a name of its own."));
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
