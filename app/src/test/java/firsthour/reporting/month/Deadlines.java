package firsthour.reporting.month;

import firsthour.reporting.month.Ledgers.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/// What fell due in a week, and how it was kept.
final class Deadlines {
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
                retold.tales()
                        .filter(tale -> fellDue(tale.episode().word()))
                        .filter(tale -> tale.episode().word().said != null)
                        .toList();
        return Stream.concat(
                heard.stream().map(this::firstWord).sorted(),
                Stream.of(
                        Told.spread(
                                "since published", heard.stream().map(Tale::sinceAsked).toList()),
                        Told.spread(
                                "since detected", heard.stream().map(Tale::sinceKnown).toList())));
    }

    private String firstWord(Tale tale) {
        var owed = tale.episode().word();
        return Told.word(
                tale.sinceAsked(),
                tale.sinceKnown(),
                owed.isInTime(),
                tale.story().opening.source(),
                tale.story().opening.topic());
    }

    /// What fell due, whatever came of it; only what was called off before is left out.
    Stream<Owed> due(Function<Episode, Owed> which) {
        return retold.tales().map(tale -> which.apply(tale.episode())).filter(this::fellDue);
    }

    /// By the clock on the wall: pauses count.
    Stream<Owed> ended(Function<Episode, Owed> which, Duration time) {
        return retold.tales()
                .map(tale -> which.apply(tale.episode()))
                .filter(owed -> !owed.isPaused())
                .filter(owed -> {
                    var end = owed.from.plus(time);
                    return week.has(end)
                            && end.isBefore(until)
                            && (owed.calledOff == null || owed.calledOff.isAfter(end));
                });
    }

    boolean complaintsOnly() {
        return answersDue().allMatch(tale -> tale.story().kind.equals("COMPLAINT"));
    }

    /// To whom the same person wrote once more before the answer.
    Stream<Tale> wroteAgain() {
        return answersDue().filter(this::hadToWriteAgain);
    }

    private Stream<Tale> answersDue() {
        return retold.tales().filter(tale -> fellDue(tale.episode().answer()));
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

    /// The first of those, by when they were due.
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

    /// What waited for an answer at the end.
    Stream<Tale> waiting() {
        return retold.tales()
                .filter(tale -> tale.story().opened.isBefore(until))
                .filter(tale -> waits(tale.episode().answer()));
    }

    private boolean waits(Owed owed) {
        return !owed.isPaused()
                && owed.from.isBefore(until)
                && (owed.said == null || !owed.said.isBefore(until))
                && (owed.calledOff == null || !owed.calledOff.isBefore(until));
    }

    private boolean fellDue(Owed owed) {
        return !owed.isPaused()
                && !owed.inVain
                && week.has(owed.due())
                && owed.due().isBefore(until);
    }
}
