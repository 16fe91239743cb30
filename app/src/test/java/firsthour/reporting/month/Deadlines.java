package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/// What fell due in a week, and how it was kept.
final class Deadlines {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Retold retold;
    private final Week week;
    private final Instant until;

    /// @param until the end of the week, or now while it runs
    Deadlines(Retold retold, Week week, Instant until) {
        this.retold = retold;
        this.week = week;
        this.until = until;
    }

    Stream<String> firstWords() {
        var heard =
                tales().filter(tale -> fellDue(tale.episode().word()))
                        .filter(tale -> tale.episode().word().said != null)
                        .toList();
        return Stream.concat(
                heard.stream().map(this::firstWord).sorted(),
                Stream.of(
                        Told.spread(
                                "since published", heard.stream().map(Tale::sinceAsked).toList()),
                        Told.spread(
                                "since detected", heard.stream().map(Tale::sinceKnown).toList()),
                        Told.line(
                                "without a word",
                                tales().map(tale -> tale.episode().word())
                                        .filter(this::fellDue)
                                        .filter(owed -> owed.said == null)
                                        .count())));
    }

    private String firstWord(Tale tale) {
        var owed = tale.episode().word();
        return Told.word(
                tale.sinceAsked(),
                tale.sinceKnown(),
                saidBy(owed, owed.due()),
                tale.story().opening.source(),
                tale.story().opening.topic());
    }

    Stream<String> kept() {
        return Stream.of(
                inTime("acknowledged", Episode::word),
                inTime("answered", Episode::answer),
                Told.line(
                        "complaints only",
                        tales().filter(tale -> fellDue(tale.episode().answer()))
                                .allMatch(tale -> tale.story().kind.equals("COMPLAINT"))),
                Told.line("unanswered", waiting().count()),
                Told.line(
                        "late",
                        waiting()
                                .filter(tale -> tale.episode().answer().due().isBefore(until))
                                .count()),
                within("within the hour", Episode::word, HOUR),
                within("within the day", Episode::answer, DAY),
                wroteAgain());
    }

    private String inTime(String name, Function<Episode, Owed> which) {
        var due = tales().map(tale -> which.apply(tale.episode())).filter(this::fellDue).toList();
        return Told.share(
                name, due.stream().filter(owed -> saidBy(owed, owed.due())).count(), due.size());
    }

    private String within(String name, Function<Episode, Owed> which, Duration time) {
        var ended =
                tales().map(tale -> which.apply(tale.episode()))
                        .filter(owed -> !owed.isPaused())
                        .filter(owed -> {
                            var end = owed.from.plus(time);
                            return week.has(end)
                                    && end.isBefore(until)
                                    && (owed.calledOff == null || owed.calledOff.isAfter(end));
                        })
                        .toList();
        return Told.share(
                name,
                ended.stream().filter(owed -> saidBy(owed, owed.from.plus(time))).count(),
                ended.size());
    }

    private String wroteAgain() {
        var due = tales().filter(tale -> fellDue(tale.episode().answer())).toList();
        return Told.share(
                "wrote again", due.stream().filter(this::hadToWriteAgain).count(), due.size());
    }

    private boolean hadToWriteAgain(Tale tale) {
        var opening = tale.story().opening;
        var said = tale.episode().answer().said;
        var end = said == null ? until : said;
        return tale.story().mentions.stream()
                .filter(mention -> mention != opening.mentionId())
                .map(retold::written)
                .filter(post -> post.author().equals(opening.author()))
                .map(Written::published)
                .anyMatch(at -> at.isAfter(tale.episode().asked()) && at.isBefore(end));
    }

    /// What waited for an answer at the end, the first due first.
    Stream<String> open() {
        return waiting()
                .sorted(Tale.BY_DUE)
                .limit(8)
                .map(tale ->
                        Told.open(
                                tale.story().id,
                                tale.episode().answer().due(),
                                tale.episode().answer().said));
    }

    /// The parts of all cases that are none of another case.
    Stream<Tale> tales() {
        return retold.stories.values().stream()
                .filter(story -> !story.merged)
                .flatMap(story -> story.episodes.stream().map(one -> new Tale(story, one)));
    }

    private Stream<Tale> waiting() {
        return tales().filter(tale -> tale.story().opened.isBefore(until))
                .filter(tale -> waits(tale.episode().answer()));
    }

    private boolean waits(Owed owed) {
        return !owed.isPaused()
                && owed.from.isBefore(until)
                && (owed.said == null || !owed.said.isBefore(until))
                && (owed.calledOff == null || !owed.calledOff.isBefore(until));
    }

    /// Whatever came of it; only what was called off before is left out.
    private boolean fellDue(Owed owed) {
        return !owed.isPaused()
                && !owed.inVain
                && week.has(owed.due())
                && owed.due().isBefore(until);
    }

    private static boolean saidBy(Owed owed, Instant end) {
        return owed.said != null && !owed.said.isAfter(end);
    }
}
