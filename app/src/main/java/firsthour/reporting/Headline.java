package firsthour.reporting;

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
                        "Mentions",
                        Spoken.number(now.mentions().total()),
                        said(before, week -> Spoken.number(week.mentions().total())),
                        Spoken.number(now.mentions().negative())
                                + " negative, last week "
                                + said(before, week -> Spoken.number(week.mentions().negative())),
                        links.to(Figure.MENTIONS)),
                new Headline(
                        report.brand().ownTargets()
                                ? "First word in time"
                                : "First word within 1 h",
                        Spoken.percent(now.acknowledged()),
                        said(before, week -> Spoken.percent(week.acknowledged())),
                        due(now.acknowledged()),
                        links.to(Figure.ACKNOWLEDGEMENT_DUE)),
                new Headline(
                        report.brand().ownTargets() ? "Answered in time" : "Answered within 24 h",
                        Spoken.percent(now.answered()),
                        said(before, week -> Spoken.percent(week.answered())),
                        due(now.answered()),
                        links.to(Figure.ANSWER_DUE)),
                new Headline(
                        "First word, since they wrote",
                        median(now.sincePublished()),
                        said(before, week -> median(week.sincePublished())),
                        tail(now.sincePublished(), now.withoutWord()),
                        links.to(Figure.FIRST_WORDS)),
                new Headline(
                        "First word, since we saw it",
                        median(now.sinceDetected()),
                        said(before, week -> median(week.sinceDetected())),
                        tail(now.sinceDetected(), 0),
                        links.to(Figure.FIRST_WORDS)),
                new Headline(
                        report.unfinished() ? "Unanswered now" : "Unanswered at the end",
                        Spoken.number(now.unanswered()),
                        said(before, week -> Spoken.number(week.unanswered())),
                        Spoken.number(now.late()) + " of them late",
                        links.to(Figure.UNANSWERED)));
    }

    private static String due(Share share) {
        return share.of() == 0
                ? "none fell due"
                : "%s of %s that fell due"
                        .formatted(Spoken.number(share.part()), Spoken.number(share.of()));
    }

    private static String median(@Nullable Spread spread) {
        return spread == null ? Spoken.NONE : Spoken.time(spread.p50());
    }

    private static String tail(@Nullable Spread spread, int withoutWord) {
        var without =
                withoutWord == 0
                        ? ""
                        : " · %s without a word".formatted(Spoken.number(withoutWord));
        return spread == null
                ? "nobody heard from us" + without
                : "p50 of %s · p90 %s · worst %s%s"
                        .formatted(
                                Spoken.number(spread.n()),
                                Spoken.time(spread.p90()),
                                Spoken.time(spread.worst()),
                                without);
    }

    private static String said(@Nullable WeekFigures before, Function<WeekFigures, String> figure) {
        return before == null ? Spoken.NONE : figure.apply(before);
    }
}
