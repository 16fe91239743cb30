package firsthour.reporting.month;

import firsthour.reporting.Judgement;
import firsthour.reporting.JudgementQuality;
import firsthour.reporting.Share;
import firsthour.reporting.Spread;
import firsthour.reporting.Tally;
import firsthour.reporting.WeekFigures;
import firsthour.reporting.WeeklyReport;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a report says, told as the oracle tells it.
final class Reported {
    private Reported() {}

    static Stream<String> figures(WeekFigures week) {
        return Stream.of(mentions(week), firstWords(week), kept(week), cared(week), recovered(week))
                .flatMap(part -> part);
    }

    private static Stream<String> mentions(WeekFigures week) {
        return Stream.of(
                        week.days().stream()
                                .flatMap(day -> tally("mentions on " + day.day(), day.mentions())),
                        week.sources().stream()
                                .flatMap(of -> tally("mentions of " + of.name(), of.mentions()))
                                .sorted(),
                        Stream.of(
                                Told.line("mentions", week.mentions().total()),
                                Told.line("history", week.history())),
                        week.lags().stream()
                                .map(lag -> spread("lag of " + lag.source(), lag.spread()))
                                .sorted())
                .flatMap(part -> part);
    }

    private static Stream<String> firstWords(WeekFigures week) {
        return Stream.concat(
                week.firstWords().stream()
                        .map(word ->
                                Told.word(
                                        word.sincePublished(),
                                        word.sinceDetected(),
                                        word.inTime(),
                                        word.source(),
                                        word.topic()))
                        .sorted(),
                Stream.of(
                        spread("since published", week.sincePublished()),
                        spread("since detected", week.sinceDetected()),
                        Told.line("without a word", week.withoutWord())));
    }

    private static Stream<String> kept(WeekFigures week) {
        return Stream.of(
                share("acknowledged", week.acknowledged()),
                share("answered", week.answered()),
                Told.line("complaints only", week.complaintsOnly()),
                Told.line("unanswered", week.unanswered()),
                Told.line("late", week.late()),
                share("within the hour", week.care().withinHour()),
                share("within the day", week.care().withinDay()),
                share("wrote again", week.care().wroteAgain()));
    }

    private static Stream<String> cared(WeekFigures week) {
        var care = week.care();
        return Stream.of(
                Told.line("dismissed", week.dismissed()),
                Told.line("found replies", week.foundReplies().total()),
                Told.line("automatic", week.foundReplies().automatic()),
                Told.line("untied", week.foundReplies().untied()),
                share("promises kept", care.promises()),
                share("reopened", care.reopened()),
                share("handed over", care.handedOver()),
                Told.line("most handovers", care.mostHandovers()));
    }

    private static Stream<String> recovered(WeekFigures week) {
        var recovery = week.recovery();
        return Stream.of(
                Told.line("praise", recovery.praised()),
                Told.line("ratings raised", recovery.raised()),
                Told.line("thanks", recovery.thanked()),
                Told.line("never came back", recovery.neverBack()));
    }

    static Stream<String> lists(WeeklyReport report) {
        return Stream.of(
                        report.dismissals().stream()
                                .map(one -> Told.line("dismissed for " + one.reason(), one.cases()))
                                .sorted(),
                        report.undetermined().stream()
                                .map(one -> Told.line("language " + one.code(), one.mentions()))
                                .sorted(),
                        report.open().stream()
                                .map(one ->
                                        Told.open(
                                                Objects.requireNonNull(one.caseId()),
                                                Objects.requireNonNull(one.dueAt()),
                                                one.metAt())),
                        report.causes().stream()
                                .map(one ->
                                        Told.cause(
                                                one.id(),
                                                one.voices(),
                                                one.answered(),
                                                one.cases())))
                .flatMap(part -> part);
    }

    static Stream<String> worthReading(WeeklyReport report) {
        return report.worthReading().stream()
                .map(one ->
                        Told.worthReading(
                                Objects.requireNonNull(one.opening().caseId()),
                                one.firstWord(),
                                one.answer(),
                                one.posts()));
    }

    static Stream<String> judgement(JudgementQuality quality) {
        return Stream.concat(
                Stream.of(
                        Told.line("flagged", quality.flagged()),
                        share("rightly flagged", quality.right()),
                        Told.line("flagged where drawn", quality.drawn().flagged())),
                quality.drawn().weeks().stream()
                        .map(week ->
                                Told.drawn(
                                        week.pool(),
                                        week.overlooked().part(),
                                        week.overlooked().of())));
    }

    /// Of what there is none nothing is told.
    private static Stream<String> tally(String what, Tally tally) {
        return Arrays.stream(Judgement.values())
                .filter(judgement -> tally.of(judgement) > 0)
                .map(judgement -> Told.line(what + " " + judgement, tally.of(judgement)))
                .sorted();
    }

    private static String share(String what, Share share) {
        return Told.share(what, share.part(), share.of());
    }

    private static String spread(String what, @Nullable Spread spread) {
        return spread == null
                ? Told.line(what, "none")
                : Told.spread(what, spread.n(), spread.p50(), spread.p90(), spread.worst());
    }
}
