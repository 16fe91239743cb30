package firsthour.reporting;

import static firsthour.language.Texts.t;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One of the six figures at the head.
///
/// @param value of this week
/// @param before of the week before, "–" where nothing is known
/// @param note what makes the value believable: n, the worst, what is left out
/// @param href the list behind it; null in a file
public record Headline(
        String label, String value, String before, String note, @Nullable String href) {

    /// The six, in the order in which they are read.
    public static List<Headline> of(WeeklyReport report, ReportLinks links) {
        var now = report.figures();
        var before = report.before();
        return List.of(
                new Headline(
                        t("Mentions"),
                        Spoken.number(now.mentions().total()),
                        said(before, week -> Spoken.number(week.mentions().total())),
                        t(
                                "{0} negative, last week {1}",
                                Spoken.number(now.mentions().negative()),
                                said(before, week -> Spoken.number(week.mentions().negative()))),
                        links.to(Figure.MENTIONS)),
                new Headline(
                        report.brand().ownTargets()
                                ? t("First word in time")
                                : t("First word within 1 h"),
                        Spoken.percent(now.acknowledged()),
                        said(before, week -> Spoken.percent(week.acknowledged())),
                        due(now.acknowledged()),
                        links.to(Figure.ACKNOWLEDGEMENT_DUE)),
                new Headline(
                        report.brand().ownTargets()
                                ? t("Answered in time")
                                : t("Answered within 24 h"),
                        Spoken.percent(now.answered()),
                        said(before, week -> Spoken.percent(week.answered())),
                        due(now.answered()),
                        links.to(Figure.ANSWER_DUE)),
                new Headline(
                        t("First word, since they wrote"),
                        median(now.sincePublished()),
                        said(before, week -> median(week.sincePublished())),
                        tail(now.sincePublished(), now.withoutWord()),
                        links.to(Figure.FIRST_WORDS)),
                new Headline(
                        t("First word, since we saw it"),
                        median(now.sinceDetected()),
                        said(before, week -> median(week.sinceDetected())),
                        tail(now.sinceDetected(), 0),
                        links.to(Figure.FIRST_WORDS)),
                new Headline(
                        report.unfinished() ? t("Unanswered now") : t("Unanswered at the end"),
                        Spoken.number(now.unanswered()),
                        said(before, week -> Spoken.number(week.unanswered())),
                        t("{0} of them late", Spoken.number(now.late())),
                        links.to(Figure.UNANSWERED)));
    }

    private static String due(Share share) {
        return share.of() == 0
                ? t("none fell due")
                : t(
                        "{0} of {1} that fell due",
                        Spoken.number(share.part()), Spoken.number(share.of()));
    }

    private static String median(@Nullable Spread spread) {
        return spread == null ? Spoken.NONE : Spoken.time(spread.p50());
    }

    private static String tail(@Nullable Spread spread, int withoutWord) {
        var without =
                withoutWord == 0 ? "" : " · " + t("{0} without a word", Spoken.number(withoutWord));
        return spread == null
                ? t("nobody heard from us") + without
                : t(
                                "p50 of {0} · p90 {1} · worst {2}",
                                Spoken.number(spread.n()),
                                Spoken.time(spread.p90()),
                                Spoken.time(spread.worst()))
                        + without;
    }

    private static String said(@Nullable WeekFigures before, Function<WeekFigures, String> figure) {
        return before == null ? Spoken.NONE : figure.apply(before);
    }
}
