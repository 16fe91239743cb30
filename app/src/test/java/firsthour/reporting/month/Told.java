package firsthour.reporting.month;

import firsthour.reporting.Figure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a figure is told in one line, so that those of a report and those of an oracle can be laid
/// side by side.
final class Told {
    private Told() {}

    static String line(String what, Object figure) {
        return what + ": " + figure;
    }

    static String share(String what, long part, long of) {
        return line(what, part + " of " + of);
    }

    static Stream<String> counted(String what, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> line(what + " " + count.getKey(), count.getValue()));
    }

    /// What lies before counts as none.
    static Duration passed(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /// By nearest rank.
    static String spread(String what, List<Duration> times) {
        var sorted = times.stream().sorted().toList();
        int n = sorted.size();
        return n == 0
                ? line(what, "none")
                : spread(
                        what,
                        n,
                        sorted.get((n * 50 + 99) / 100 - 1),
                        sorted.get((n * 90 + 99) / 100 - 1),
                        sorted.getLast());
    }

    static String spread(String what, int n, Duration p50, Duration p90, Duration worst) {
        return line(what, "%d, p50 %s, p90 %s, worst %s".formatted(n, p50, p90, worst));
    }

    static String word(
            Duration sinceAsked,
            Duration sinceKnown,
            boolean inTime,
            String source,
            @Nullable String topic) {
        return line(
                "first word",
                "after %s, of which we knew %s, %s, %s, %s"
                        .formatted(
                                sinceAsked,
                                sinceKnown,
                                inTime ? "in time" : "late",
                                source,
                                topic));
    }

    static String open(long caseId, Instant due, @Nullable Instant said) {
        return line("open case " + caseId, "due %s, answered %s".formatted(due, said));
    }

    static String drawn(long pool, long overlooked, long told) {
        return share("overlooked in a draw from " + pool, overlooked, told);
    }

    static String worthReading(
            long caseId, @Nullable Duration firstWord, @Nullable Duration answer, int posts) {
        return line(
                "worth reading " + caseId,
                "first word after %s, answer after %s, %d posts"
                        .formatted(firstWord, answer, posts));
    }

    static String behind(Figure figure, long count) {
        return line("behind " + figure, count);
    }

    static String worth(String currency, BigDecimal amount) {
        return line("worth in " + currency, amount.toPlainString());
    }

    static String cause(long id, long voices, long answered, long cases) {
        return line(
                "cause " + id, "%d voices, %d of %d answered".formatted(voices, answered, cases));
    }
}
