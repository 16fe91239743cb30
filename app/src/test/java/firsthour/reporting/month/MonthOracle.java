package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A week's figures, recomputed from the stories of all cases on a wall calendar. Each is a line of
/// text: what it is, and how much.
final class MonthOracle {
    private final Retold retold;
    private final Heard heard;
    private final Deadlines deadlines;
    private final List<Ledgers.Own> own;
    private final Week week;
    private final Instant until;

    MonthOracle(Retold retold, List<Written> posts, List<Ledgers.Own> own, Week week, Instant now) {
        this.retold = retold;
        this.heard = new Heard(retold, posts, week);
        this.own = own;
        this.week = week;
        this.until = now.isBefore(week.end()) ? now : week.end();
        this.deadlines = new Deadlines(retold, week, until);
    }

    /// What stands in each week's figures.
    Stream<String> figures() {
        return Stream.of(
                        heard.mentions(),
                        heard.lags(),
                        deadlines.firstWords(),
                        deadlines.kept(),
                        cared(),
                        Aftermath.signs(retold, week),
                        Stream.of(neverBack()))
                .flatMap(part -> part);
    }

    /// What stands beside them.
    Stream<String> lists() {
        return Stream.of(reasons(), heard.languages(), deadlines.open(), causes())
                .flatMap(part -> part);
    }

    /// What the report tells of a case. Which ones it chooses is a matter of taste.
    String worthReading(long caseId) {
        var story = Objects.requireNonNull(retold.stories.get(caseId));
        var asked = story.opening.published();
        return Told.worthReading(
                caseId,
                story.firstWord().map(at -> Told.passed(asked, at)).orElse(null),
                story.firstAnswer().map(at -> Told.passed(asked, at)).orElse(null),
                story.mentions.size());
    }

    private Stream<String> cared() {
        var begun =
                deadlines
                        .tales()
                        .map(Tale::episode)
                        .filter(one -> week.has(one.begun()) && one.begun().isBefore(until))
                        .toList();
        var closed =
                retold.stories.values().stream()
                        .filter(story -> story.closed != null && week.has(story.closed))
                        .toList();
        var promised =
                retold.promises.values().stream()
                        .filter(one -> !one.withdrawn)
                        .filter(one -> week.has(one.due) && one.due.isBefore(until))
                        .toList();
        var found = own.stream().filter(post -> week.has(post.published())).toList();
        return Stream.of(
                Told.line(
                        "dismissed",
                        closed.stream().filter(story -> !story.dismissed.isEmpty()).count()),
                Told.line("found replies", found.size()),
                Told.line(
                        "automatic",
                        found.stream().filter(post -> post.account().equals("kestrelbot")).count()),
                Told.line(
                        "untied",
                        found.stream()
                                .filter(post -> !retold.tied.contains(post.postId()))
                                .count()),
                Told.share(
                        "promises kept",
                        promised.stream()
                                .filter(one -> one.kept != null && !one.kept.isAfter(one.due))
                                .count(),
                        promised.size()),
                Told.share(
                        "reopened",
                        begun.stream().filter(one -> one.number() > 1).count(),
                        begun.size()),
                Told.share(
                        "handed over",
                        closed.stream().filter(story -> story.handovers > 0).count(),
                        closed.size()),
                Told.line(
                        "most handovers",
                        closed.stream().mapToInt(story -> story.handovers).max().orElse(0)));
    }

    private String neverBack() {
        return Told.line(
                "never came back",
                retold.stories.values().stream()
                        .filter(story -> !story.merged && story.dismissed.isEmpty())
                        .filter(story ->
                                story.now().answered().filter(at -> hasGone(story, at)).isPresent())
                        .count());
    }

    private boolean hasGone(Story story, Instant answered) {
        var month = answered.plus(Duration.ofDays(30));
        return week.has(month)
                && month.isBefore(until)
                && Stream.concat(
                                story.mentions.stream().map(retold::written),
                                retold.by(story.opening.network(), story.opening.author()))
                        .noneMatch(post ->
                                post.published().isAfter(answered)
                                        && post.published().isBefore(until));
    }

    private Stream<String> reasons() {
        return Told.counted(
                "dismissed for",
                retold.stories.values().stream()
                        .filter(story -> story.closed != null && week.has(story.closed))
                        .filter(story -> !story.dismissed.isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        story -> story.dismissed,
                                        TreeMap::new,
                                        Collectors.counting())));
    }

    private Stream<String> causes() {
        return Aftermath.causes(
                retold.stories.values().stream()
                        .filter(story -> !story.merged && week.has(story.opening.published())));
    }
}
