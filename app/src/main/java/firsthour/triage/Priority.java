package firsthour.triage;

import firsthour.sentiment.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How urgent a case is: a number with its reasons in words.
///
/// Points are given by kind (complaint 20, inquiry 10), severity (up to 40), reach (up to 20),
/// repetition (up to 15) and rating (up to 10), 100 together at most. A look has none: it comes
/// last. A case that nobody takes climbs by 10, 20 and 30 points. A case that has waited 20 h for
/// its answer is raised to [#FLOOR], above all others.
///
/// @param points 0 to 100, or [#FLOOR]
/// @param reasons in the order in which they are read
public record Priority(int points, List<Reason> reasons) {

    /// Above every sum of points: what has waited longest comes first.
    public static final int FLOOR = 120;

    static final int MOST = 100;
    private static final String WAITS = "waiting for 20 h or longer";
    private static final String UNCLAIMED = "nobody took it for ";

    public Priority {
        reasons = List.copyOf(reasons);
    }

    /// A part of the number and why.
    public record Reason(int points, String reason) {}

    /// One thing that makes a case urgent.
    ///
    /// @param weigh a pure function; empty where it adds nothing
    record Factor(String name, Function<Facts, Optional<Reason>> weigh) {}

    static final List<Factor> FACTORS =
            List.of(
                    new Factor("severity", Priority::severity),
                    new Factor("reach", Priority::reach),
                    new Factor("repetition", Priority::repetition),
                    new Factor("rating", Priority::rating));

    /// How many followers those have who pass a post on is not told; most have not many.
    private static final long READERS_OF_A_REPOST = 100;

    /// Points from a number of readers on: the author's followers, and those of a repost.
    private record Bracket(long from, int points) {}

    private static final List<Bracket> REACH =
            List.of(
                    new Bracket(1_000_000, 20),
                    new Bracket(100_000, 16),
                    new Bracket(10_000, 12),
                    new Bracket(1_000, 6),
                    new Bracket(100, 2));

    /// The priority of a case of this kind that is opened or joined by these facts.
    static Priority of(CaseKind kind, Facts facts) {
        var reasons = new ArrayList<Reason>();
        switch (kind) {
            case COMPLAINT -> reasons.add(new Reason(20, "a complaint"));
            case INQUIRY -> reasons.add(new Reason(10, "a question"));
            case LOOK -> reasons.add(new Reason(0, "language not known"));
        }
        if (kind != CaseKind.LOOK) {
            FACTORS.forEach(factor -> factor.weigh().apply(facts).ifPresent(reasons::add));
        }
        return summed(reasons);
    }

    /// Raised to the top, because the customer has waited for 20 h.
    Priority raised() {
        var all = new ArrayList<>(reasons);
        all.add(new Reason(FLOOR - points, WAITS));
        return new Priority(FLOOR, all);
    }

    /// More urgent, because nobody has taken the case for so long.
    ///
    /// @param waited in words: "4 h"
    Priority climbed(int more, String waited) {
        var all = new ArrayList<>(reasons.stream().filter(r -> !isUnclaimed(r)).toList());
        all.add(new Reason(more, UNCLAIMED + waited));
        return summed(all);
    }

    /// As it was before it was raised: nobody waits any more.
    Priority lowered() {
        return summed(
                reasons.stream()
                        .filter(r -> !r.reason().equals(WAITS) && !isUnclaimed(r))
                        .toList());
    }

    private static boolean isUnclaimed(Reason reason) {
        return reason.reason().startsWith(UNCLAIMED);
    }

    private static Priority summed(List<Reason> reasons) {
        return new Priority(
                Math.min(MOST, reasons.stream().mapToInt(Reason::points).sum()), reasons);
    }

    /// While the model gives no severity, its surest probability stands for it; a person's
    /// correction counts as certain.
    private static Optional<Reason> severity(Facts facts) {
        var severity = facts.judgement().map(Facts.Judgement::severity);
        if (severity.isPresent() && severity.get().isPresent()) {
            var value = severity.get().getAsInt();
            return Optional.of(new Reason(Math.round(value * 0.4f), "severity " + value));
        }
        if (facts.correctedTo(Polarity.NEGATIVE)) {
            return Optional.of(new Reason(40, "negative, says a person"));
        }
        var negative = facts.negative().orElse(0);
        var complaint = facts.complaint().orElse(0);
        var surest = Math.max(negative, complaint);
        return surest == 0
                ? Optional.empty()
                : Optional.of(
                        new Reason(
                                (int) Math.round(surest * 40),
                                "%d %% likely %s"
                                        .formatted(
                                                Math.round(surest * 100),
                                                negative > complaint
                                                        ? "negative"
                                                        : "a complaint")));
    }

    private static Optional<Reason> reach(Facts facts) {
        var followers = facts.wrote().followers().orElse(0);
        var reposts = facts.wrote().reposts().orElse(0);
        var readers = readers(followers, reposts);
        var points =
                REACH.stream()
                        .filter(bracket -> readers >= bracket.from())
                        .mapToInt(Bracket::points)
                        .findFirst()
                        .orElse(0);
        return points == 0
                ? Optional.empty()
                : Optional.of(
                        new Reason(
                                points,
                                Stream.of(told(followers, "follower"), told(reposts, "repost"))
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.joining(", "))));
    }

    /// About how many read a post: the author's followers, and those of whoever passed it on.
    static long readers(long followers, long reposts) {
        return followers + reposts * READERS_OF_A_REPOST;
    }

    private static Optional<String> told(long number, String one) {
        return number == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s"));
    }

    private static Optional<Reason> repetition(Facts facts) {
        var earlier = facts.earlierPosts();
        return earlier == 0
                ? Optional.empty()
                : Optional.of(
                        new Reason(
                                Math.min(15, earlier * 5),
                                "post " + (earlier + 1) + " of this author"));
    }

    private static Optional<Reason> rating(Facts facts) {
        var rating = facts.wrote().rating().orElse(5);
        return rating > 2
                ? Optional.empty()
                : Optional.of(new Reason(rating == 1 ? 10 : 6, "rated " + rating + " of 5"));
    }
}
