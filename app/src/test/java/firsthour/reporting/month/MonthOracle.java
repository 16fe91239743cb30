package firsthour.reporting.month;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A week's figures, recomputed from the stories of all cases on a wall calendar.
final class MonthOracle {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Duration HISTORY = Duration.ofHours(48);

    private final Retold retold;
    private final List<Ledgers.Written> posts;
    private final LocalDate monday;
    private final Instant until;

    MonthOracle(Retold retold, List<Ledgers.Written> posts, LocalDate monday, Instant now) {
        this.retold = retold;
        this.posts = posts;
        this.monday = monday;
        var end = monday.plusDays(7).atStartOfDay(ZONE).toInstant();
        this.until = now.isBefore(end) ? now : end;
    }

    /// So many of so many.
    record Part(long part, long of) {}

    /// By nearest rank.
    record Times(int n, Duration p50, Duration p90, Duration worst) {}

    long mentions() {
        return said(_ -> true);
    }

    long history() {
        return said(post -> post.published().plus(HISTORY).isBefore(post.detected()));
    }

    private long said(Predicate<Ledgers.Written> which) {
        return posts.stream()
                .filter(post -> post.mentionId() > 0 && inWeek(post.published()))
                .filter(which)
                .count();
    }

    long foundReplies(String... accounts) {
        return posts.stream()
                .filter(post -> List.of(accounts).contains(String.valueOf(post.author())))
                .filter(post -> inWeek(post.published()))
                .count();
    }

    Part acknowledged() {
        return kept(Retold.Episode::word);
    }

    Part answered() {
        return kept(Retold.Episode::answer);
    }

    private Part kept(Function<Retold.Episode, Retold.Owed> which) {
        var due = episodes().map(which).filter(this::fellDue).toList();
        return new Part(due.stream().filter(owed -> saidBy(owed, owed.due)).count(), due.size());
    }

    Part within(Function<Retold.Episode, Retold.Owed> which, Duration time) {
        var ended =
                episodes()
                        .map(which)
                        .filter(owed -> owed.pausedAt == null)
                        .filter(owed -> {
                            var end = owed.from.plus(time);
                            return inWeek(end)
                                    && end.isBefore(until)
                                    && (owed.calledOff == null || owed.calledOff.isAfter(end));
                        })
                        .toList();
        return new Part(
                ended.stream().filter(owed -> saidBy(owed, owed.from.plus(time))).count(),
                ended.size());
    }

    /// How long those waited who heard from us; empty where nobody did.
    Optional<Times> waits(boolean sincePublished) {
        var times =
                episodes()
                        .filter(episode -> fellDue(episode.word()) && episode.word().said != null)
                        .map(episode ->
                                passed(
                                        sincePublished ? episode.asked() : episode.word().from,
                                        Objects.requireNonNull(episode.word().said)))
                        .sorted()
                        .toList();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Times(
                                times.size(),
                                times.get((times.size() * 50 + 99) / 100 - 1),
                                times.get((times.size() * 90 + 99) / 100 - 1),
                                times.getLast()));
    }

    long withoutWord() {
        return episodes()
                .map(Retold.Episode::word)
                .filter(this::fellDue)
                .filter(owed -> owed.said == null)
                .count();
    }

    long unanswered() {
        return waiting().count();
    }

    long late() {
        return waiting().filter(owed -> owed.due.isBefore(until)).count();
    }

    long dismissed() {
        return closed().filter(story -> story.dismissed).count();
    }

    Part wroteAgain() {
        long again = 0;
        long due = 0;
        for (var story : retold.stories.values()) {
            for (var episode : story.episodes) {
                var owed = episode.answer();
                if (fellDue(owed)) {
                    due++;
                    var end = owed.said == null ? until : owed.said;
                    if (story.again.stream()
                            .anyMatch(at -> at.isAfter(episode.asked()) && at.isBefore(end))) {
                        again++;
                    }
                }
            }
        }
        return new Part(again, due);
    }

    Part promises() {
        var due =
                retold.promises.values().stream()
                        .filter(promise -> !promise.withdrawn)
                        .filter(promise -> inWeek(promise.due) && promise.due.isBefore(until))
                        .toList();
        return new Part(
                due.stream()
                        .filter(promise ->
                                promise.kept != null && !promise.kept.isAfter(promise.due))
                        .count(),
                due.size());
    }

    Part reopened() {
        var begun =
                episodes()
                        .filter(episode ->
                                inWeek(episode.begun()) && episode.begun().isBefore(until))
                        .toList();
        return new Part(
                begun.stream().filter(episode -> episode.number() > 1).count(), begun.size());
    }

    Part handedOver() {
        return new Part(closed().filter(story -> story.handovers > 0).count(), closed().count());
    }

    int mostHandovers() {
        return closed().mapToInt(story -> story.handovers).max().orElse(0);
    }

    private Stream<Retold.Episode> episodes() {
        return retold.stories.values().stream().flatMap(story -> story.episodes.stream());
    }

    private Stream<Retold.Story> closed() {
        return retold.stories.values().stream()
                .filter(story -> story.closed != null && inWeek(story.closed));
    }

    private Stream<Retold.Owed> waiting() {
        return episodes()
                .filter(episode -> episode.begun().isBefore(until))
                .map(Retold.Episode::answer)
                .filter(owed -> owed.pausedAt == null && owed.from.isBefore(until))
                .filter(owed -> owed.said == null || !owed.said.isBefore(until))
                .filter(owed -> owed.calledOff == null || !owed.calledOff.isBefore(until));
    }

    /// Whatever came of it; only what was called off before is left out.
    private boolean fellDue(Retold.Owed owed) {
        return owed.pausedAt == null
                && !owed.inVain
                && inWeek(owed.due)
                && owed.due.isBefore(until);
    }

    private static boolean saidBy(Retold.Owed owed, Instant end) {
        return owed.said != null && !owed.said.isAfter(end);
    }

    private static Duration passed(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private boolean inWeek(Instant at) {
        var day = at.atZone(ZONE).toLocalDate();
        return !day.isBefore(monday) && day.isBefore(monday.plusDays(7));
    }
}
