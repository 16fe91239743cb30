package firsthour.web.sources;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.intake.SourceHealth;
import firsthour.intake.Tally;
import firsthour.web.shell.Times;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the sources fare.
@Introspected
public record SourcesView(List<SourceHealth.Health> sources) {

    /// What became of the entries that are no new posts about a brand; empty where there were none.
    public static String others(Tally total) {
        return Stream.of(
                        part(total.duplicate(), t("{0} known before", total.duplicate())),
                        part(total.unmatched(), t("{0} about no brand", total.unmatched())),
                        part(total.rejected(), t("{0} not readable", total.rejected())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /// How fast and how often it brings something.
    public static String pace(SourceHealth.Pace pace) {
        return Stream.of(
                        pace.lag().map(lag -> t("Seen {0}.", lag(lag))),
                        pace.usual().map(_ -> rhythm(pace) + "."))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /// How soon posts are stored.
    public static String lag(SourceHealth.Lag lag) {
        return t(
                "after {0}, nine of ten within {1}",
                Times.span(lag.half()), Times.span(lag.nineOfTen()));
    }

    /// How often posts come, as far as that was learned.
    public static String rhythm(SourceHealth.Pace pace) {
        return pace.usual()
                .map(usual ->
                        pace.restsAtWeekends()
                                ? t("Usually a post every {0} on weekdays", Times.span(usual))
                                : t("Usually a post every {0}", Times.span(usual)))
                .orElse(t("Not learned yet: too few posts came"));
    }

    /// "1 post, 3 mentions".
    public static String taken(Tally total) {
        return count(total.accepted(), "{0} post", "{0} posts")
                + ", "
                + count(total.matched(), "{0} mention", "{0} mentions");
    }

    /// How often a network may still be asked.
    public static String times(long left) {
        return count(left, "{0} time", "{0} times");
    }

    private static Optional<String> part(long number, String words) {
        return number == 0 ? Optional.empty() : Optional.of(words);
    }

    /// The points of a week's sparkline, in a box of 72 by 20 units.
    public static String sparkline(List<Long> week) {
        long most = Math.max(1, week.stream().mapToLong(Long::longValue).max().orElse(1));
        var points = new StringBuilder();
        for (int day = 0; day < week.size(); day++) {
            points.append(day * 12)
                    .append(',')
                    .append(19 - Math.round(18.0 * week.get(day) / most))
                    .append(' ');
        }
        return points.toString().strip();
    }
}
