package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Written;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was said in a week, and how soon it was seen.
final class Heard {
    private static final Duration HISTORY = Duration.ofDays(2);

    private final Retold retold;
    private final List<Written> posts;
    private final Week week;

    Heard(Retold retold, List<Written> posts, Week week) {
        this.retold = retold;
        this.posts = posts;
        this.week = week;
    }

    Stream<Written> said() {
        return posts.stream().filter(post -> week.has(post.published()));
    }

    static boolean isHistory(Written post) {
        return post.published().plus(HISTORY).isBefore(post.detected());
    }

    private String judged(Written post) {
        var corrected = retold.corrections.get(post.mentionId());
        return corrected != null
                ? corrected.polarity()
                : Objects.requireNonNullElse(post.judged(), "UNJUDGED");
    }

    Stream<String> mentions() {
        var byDay =
                said().collect(
                                Collectors.groupingBy(
                                        post ->
                                                "%s %s"
                                                        .formatted(
                                                                week.day(post.published()),
                                                                judged(post)),
                                        TreeMap::new,
                                        Collectors.counting()));
        var bySource =
                said().collect(
                                Collectors.groupingBy(
                                        post -> post.source() + " " + judged(post),
                                        TreeMap::new,
                                        Collectors.counting()));
        return Stream.concat(
                Told.counted("mentions on", byDay), Told.counted("mentions of", bySource));
    }

    Stream<String> lags() {
        return said()
                .filter(post -> !isHistory(post))
                .collect(Collectors.groupingBy(Written::source, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(source ->
                        Told.spread(
                                "lag of " + source.getKey(),
                                source.getValue().stream()
                                        .map(post -> Told.passed(post.published(), post.detected()))
                                        .toList()));
    }

    Stream<String> languages() {
        return Told.counted(
                "language",
                said().filter(post -> judged(post).equals("UNDETERMINED"))
                        .collect(
                                Collectors.groupingBy(
                                        Written::language, TreeMap::new, Collectors.counting())));
    }
}
