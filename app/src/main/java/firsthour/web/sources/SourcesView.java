package firsthour.web.sources;

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
                        part(total.duplicate(), "known before"),
                        part(total.unmatched(), "about no brand"),
                        part(total.rejected(), "not readable"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /// How fast and how often it brings something.
    public static String pace(SourceHealth.Pace pace) {
        return Stream.of(
                        pace.lag().map(lag -> "Seen " + lag(lag) + "."),
                        pace.usual().map(_ -> rhythm(pace) + "."))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /// How soon posts are stored.
    public static String lag(SourceHealth.Lag lag) {
        return "after %s, nine of ten within %s"
                .formatted(Times.span(lag.half()), Times.span(lag.nineOfTen()));
    }

    /// How often posts come, as far as that was learned.
    public static String rhythm(SourceHealth.Pace pace) {
        return pace.usual()
                .map(usual ->
                        "Usually a post every %s%s"
                                .formatted(
                                        Times.span(usual),
                                        pace.restsAtWeekends() ? " on weekdays" : ""))
                .orElse("Not learned yet: too few posts came");
    }

    /// "1 post", "3 posts".
    public static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static Optional<String> part(long number, String words) {
        return number == 0 ? Optional.empty() : Optional.of(number + " " + words);
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
