package firsthour.reporting.month;

import firsthour.reporting.Judgement;
import firsthour.reporting.JudgementQuality;
import firsthour.reporting.Listed;
import firsthour.reporting.Share;
import firsthour.reporting.Spread;
import firsthour.reporting.Tally;
import firsthour.reporting.WeekFigures;
import firsthour.reporting.WeekFigures.Care;
import firsthour.reporting.WeekFigures.FirstWord;
import firsthour.reporting.WeekFigures.FoundReplies;
import firsthour.reporting.WeekFigures.Lag;
import firsthour.reporting.WeekFigures.Recovery;
import firsthour.reporting.WeeklyReport;
import firsthour.reporting.WeeklyReport.BigCause;
import firsthour.reporting.WeeklyReport.WorthReading;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a report says, told as the oracle tells it. Each record is taken apart: when it gets a part
/// that is told nowhere here, nothing compiles any more.
///
/// @param figures of the week
/// @param desk how the desk did its work
/// @param before the figures of the week before; empty where nothing is known of it
/// @param deskBefore the same of the desk
/// @param lists what stands beside the figures
record Reported(
        List<String> figures,
        List<String> desk,
        List<String> before,
        List<String> deskBefore,
        List<String> lists,
        List<String> worthReading) {

    static Reported of(WeeklyReport report) {
        return switch (report) {
            // Brand, times and sentences are no figures.
            case WeeklyReport(
                            var _,
                            var _,
                            var _,
                            var _,
                            var _,
                            var figures,
                            var before,
                            var dismissals,
                            var undetermined,
                            var worthReading,
                            var open,
                            var causes,
                            var desk,
                            var deskBefore) ->
                    new Reported(
                            week(figures).toList(),
                            ReportedDesk.of(desk).toList(),
                            Stream.ofNullable(before).flatMap(Reported::week).toList(),
                            Stream.ofNullable(deskBefore).flatMap(ReportedDesk::of).toList(),
                            Stream.of(
                                            dismissals.stream()
                                                    .map(one ->
                                                            Told.line(
                                                                    "dismissed for " + one.reason(),
                                                                    one.cases()))
                                                    .sorted(),
                                            undetermined.stream()
                                                    .map(one ->
                                                            Told.line(
                                                                    "language " + one.code(),
                                                                    one.mentions()))
                                                    .sorted(),
                                            open.stream().map(Reported::open),
                                            causes.stream().map(Reported::cause))
                                    .flatMap(part -> part)
                                    .toList(),
                            worthReading.stream().map(Reported::worthReading).toList());
        };
    }

    private static Stream<String> week(WeekFigures week) {
        return switch (week) {
            case WeekFigures(
                            var mentions,
                            var history,
                            var days,
                            var sources,
                            var lags,
                            var acknowledged,
                            var answered,
                            var complaintsOnly,
                            var firstWords,
                            var sincePublished,
                            var sinceDetected,
                            var withoutWord,
                            var unanswered,
                            var late,
                            var dismissed,
                            FoundReplies(var found, var automatic, var untied),
                            Recovery(var raised, var thanked, var praised, var neverBack),
                            Care(
                                    var withinHour,
                                    var withinDay,
                                    var wroteAgain,
                                    var promises,
                                    var reopened,
                                    var handedOver,
                                    var mostHandovers)) ->
                    Stream.of(
                                    days.stream()
                                            .flatMap(day ->
                                                    tally(
                                                            "mentions on " + day.day(),
                                                            day.mentions())),
                                    sources.stream()
                                            .flatMap(of ->
                                                    tally(
                                                            "mentions of " + of.name(),
                                                            of.mentions()))
                                            .sorted(),
                                    Stream.of(
                                            Told.line("mentions", mentions.total()),
                                            Told.line("history", history)),
                                    lags.stream().map(Reported::lag).sorted(),
                                    firstWords.stream().map(Reported::firstWord).sorted(),
                                    Stream.of(
                                            spread("since published", sincePublished),
                                            spread("since detected", sinceDetected),
                                            Told.line("without a word", withoutWord),
                                            share("acknowledged", acknowledged),
                                            share("answered", answered),
                                            Told.line("complaints only", complaintsOnly),
                                            Told.line("unanswered", unanswered),
                                            Told.line("late", late),
                                            share("within the hour", withinHour),
                                            share("within the day", withinDay),
                                            share("wrote again", wroteAgain),
                                            Told.line("dismissed", dismissed),
                                            Told.line("found replies", found),
                                            Told.line("automatic", automatic),
                                            Told.line("untied", untied),
                                            share("promises kept", promises),
                                            share("reopened", reopened),
                                            share("handed over", handedOver),
                                            Told.line("most handovers", mostHandovers),
                                            Told.line("praise", praised),
                                            Told.line("ratings raised", raised),
                                            Told.line("thanks", thanked),
                                            Told.line("never came back", neverBack)))
                            .flatMap(part -> part);
        };
    }

    private static String lag(Lag lag) {
        return spread("lag of " + lag.source(), lag.spread());
    }

    private static String firstWord(FirstWord word) {
        return switch (word) {
            case FirstWord(
                            var sincePublished,
                            var sinceDetected,
                            var inTime,
                            var source,
                            var topic) ->
                    Told.word(sincePublished, sinceDetected, inTime, source, topic);
        };
    }

    private static String open(Listed one) {
        return Told.open(
                Objects.requireNonNull(one.caseId()),
                Objects.requireNonNull(one.dueAt()),
                one.metAt());
    }

    private static String cause(BigCause one) {
        return switch (one) {
            case BigCause(var id, var _, var voices, var answered, var cases) ->
                    Told.cause(id, voices, answered, cases);
        };
    }

    private static String worthReading(WorthReading one) {
        return switch (one) {
            case WorthReading(var _, var opening, var firstWord, var answer, var posts) ->
                    Told.worthReading(
                            Objects.requireNonNull(opening.caseId()), firstWord, answer, posts);
        };
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
