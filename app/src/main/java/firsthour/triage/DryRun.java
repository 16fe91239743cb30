package firsthour.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/// What a rule would have done to the cases of a month, together with the rules that are live.
///
/// Each case counts for its person from when it was opened until it was closed. Absences of then
/// are not known: everybody who may work cases now counts as having been here.
///
/// @param since the first instant that is looked at
/// @param cases how many were opened
/// @param more whether there were more than are looked at
/// @param fates of the cases that the rule decides about, the newest first
/// @param loads of everybody who would have been given a case by any rule, who had most first
public record DryRun(Instant since, int cases, boolean more, List<Fate> fates, List<Load> loads) {

    public DryRun {
        fates = List.copyOf(fates);
        loads = List.copyOf(loads);
    }

    /// Where one case would have gone.
    ///
    /// @param person who would have been given it; empty where people claim for themselves, or
    ///   where nobody was free
    public record Fate(
            long caseId,
            long brandId,
            String network,
            CaseKind kind,
            Instant openedAt,
            Optional<String> person) {}

    /// How much somebody would have had to do.
    ///
    /// @param given cases in all
    /// @param byThis those given by the rule that is tried
    /// @param mostAtOnce open cases at the worst moment
    public record Load(String name, int given, int byThis, int mostAtOnce, int capacity) {}

    /// Goes through the cases in the order in which they were opened.
    ///
    /// @param rules in the order in which they are asked, the tried one among them
    /// @param people who belongs to a target, with nothing to do yet
    static DryRun of(
            Instant since,
            List<RoutedRow> cases,
            boolean more,
            List<RoutingRule> rules,
            long tried,
            Function<RoutingTarget, List<Candidate>> people) {
        var hands = new HashMap<Long, Hands>();
        var targets = new HashMap<RoutingTarget, List<Candidate>>();
        var fates = new ArrayList<Fate>();
        for (var row : cases) {
            var rule = RoutingRule.findFirst(rules, row.facts()).orElse(null);
            if (rule == null) {
                continue;
            }
            var target = rule.target();
            var among =
                    targets.computeIfAbsent(target, people).stream()
                            .map(one -> hands(hands, one).candidate(row.openedAt()))
                            .toList();
            var next = Candidate.pick(among, target.manner());
            next.ifPresent(one -> hands(hands, one).take(row, rule.id() == tried));
            if (rule.id() == tried) {
                fates.add(
                        new Fate(
                                row.caseId(),
                                row.brandId(),
                                row.network(),
                                row.kind(),
                                row.openedAt(),
                                next.map(Candidate::name)));
            }
        }
        return new DryRun(since, cases.size(), more, fates.reversed(), loads(hands));
    }

    private static Hands hands(Map<Long, Hands> all, Candidate one) {
        return all.computeIfAbsent(one.memberId(), _ -> new Hands(one));
    }

    private static List<Load> loads(Map<Long, Hands> hands) {
        return hands.values().stream()
                .filter(one -> one.given > 0)
                .map(Hands::load)
                .sorted(Comparator.comparingInt(Load::given).reversed().thenComparing(Load::name))
                .toList();
    }

    /// What one person would have had at a moment.
    private static final class Hands {
        private final Candidate who;
        private final PriorityQueue<Instant> closings = new PriorityQueue<>();
        private Candidate now;
        private int given;
        private int byThis;
        private int mostAtOnce;

        private Hands(Candidate who) {
            this.who = who;
            this.now = new Candidate(who.memberId(), who.name(), 0, who.capacity(), null);
        }

        private Candidate candidate(Instant at) {
            while (!closings.isEmpty() && !closings.peek().isAfter(at)) {
                closings.remove();
            }
            now =
                    new Candidate(
                            who.memberId(),
                            who.name(),
                            closings.size(),
                            who.capacity(),
                            now.lastAt());
            return now;
        }

        private void take(RoutedRow row, boolean tried) {
            var closed = row.closedAt();
            closings.add(closed == null ? Instant.MAX : closed);
            now =
                    new Candidate(
                            who.memberId(),
                            who.name(),
                            closings.size(),
                            who.capacity(),
                            row.openedAt());
            given++;
            byThis += tried ? 1 : 0;
            mostAtOnce = Math.max(mostAtOnce, closings.size());
        }

        private Load load() {
            return new Load(who.name(), given, byThis, mostAtOnce, who.capacity());
        }
    }
}
