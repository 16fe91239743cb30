package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Checked;
import firsthour.reporting.month.Ledgers.Written;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How often people found the judgement right, from what they did and said.
final class Judged {
    private static final Set<String> LISTED = Set.of("LISTED", "PRAISE", "UNKNOWN_LANGUAGE");

    private final Retold retold;
    private final List<Written> posts;
    private final Set<Long> drawn;
    private final List<Checked> checked;
    private final ZoneId zone;
    private final LocalDate first;

    /// @param weeks how many before the one in which it is now
    Judged(
            Retold retold,
            List<Written> posts,
            List<Checked> checked,
            ZoneId zone,
            Instant now,
            int weeks) {
        this.retold = retold;
        this.posts = posts;
        this.checked = checked;
        this.zone = zone;
        this.drawn = checked.stream().map(Checked::mentionId).collect(Collectors.toSet());
        this.first =
                now.atZone(zone)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(weeks);
    }

    Stream<String> figures() {
        var flagged =
                flagged(story ->
                                !story.opening
                                        .detected()
                                        .isBefore(first.atStartOfDay(zone).toInstant()))
                        .toList();
        var said = flagged.stream().flatMap(story -> isComplaint(story).stream()).toList();
        var weeks =
                checked.stream()
                        .filter(one -> !LocalDate.parse(one.monday()).isBefore(first))
                        .collect(
                                Collectors.groupingBy(
                                        Checked::monday, TreeMap::new, Collectors.toList()));
        weeks.values().removeIf(of -> told(of) == 0);
        return Stream.concat(
                Stream.of(
                        Told.line("flagged", flagged.size()),
                        Told.share(
                                "rightly flagged",
                                said.stream().filter(right -> right).count(),
                                said.size()),
                        Told.line(
                                "flagged where drawn",
                                weeks.keySet().stream()
                                        .map(monday -> new Week(LocalDate.parse(monday), zone))
                                        .mapToLong(week ->
                                                flagged(story -> week.has(story.opening.detected()))
                                                        .count())
                                        .sum())),
                weeks.entrySet().stream()
                        .map(week ->
                                Told.drawn(
                                        pool(new Week(LocalDate.parse(week.getKey()), zone)),
                                        week.getValue().stream()
                                                .filter(one -> "COMPLAINT".equals(one.label()))
                                                .count(),
                                        told(week.getValue()))));
    }

    /// Looks that came to something.
    private static long told(List<Checked> looks) {
        return looks.stream()
                .filter(one -> "COMPLAINT".equals(one.label()) || "FINE".equals(one.label()))
                .count();
    }

    /// Complaints that the model found by itself.
    private Stream<Story> flagged(Predicate<Story> which) {
        return retold.stories.values().stream()
                .filter(story -> story.kind.equals("COMPLAINT"))
                .filter(story -> !isLeftOut(story.opening))
                .filter(which);
    }

    private boolean isLeftOut(Written post) {
        var corrected = retold.corrections.get(post.mentionId());
        return drawn.contains(post.mentionId())
                || LISTED.contains(post.verdict())
                || (corrected != null && corrected.overlooked());
    }

    private long pool(Week week) {
        return posts.stream().filter(post -> week.has(post.detected()) && isLeftOut(post)).count();
    }

    /// What people said of it last, or that they answered it; empty while they did neither.
    private Optional<Boolean> isComplaint(Story story) {
        var corrected = retold.corrections.get(story.opening.mentionId());
        boolean denied = story.dismissed.equals("NOT_A_COMPLAINT");
        if (corrected != null) {
            boolean deniedSince =
                    denied && story.closed != null && story.closed.isAfter(corrected.at());
            return Optional.of(!deniedSince && corrected.polarity().equals("NEGATIVE"));
        }
        return denied ? Optional.of(false) : Optional.of(true).filter(_ -> story.isAnswered());
    }
}
