package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares a report with the oracle, and its figures with the lists behind them.
final class Agreement {
    private Agreement() {}

    static void ofFigures(WeekFigures figures, ReportOracle oracle) {
        assertThat(figures.mentions().total()).isEqualTo(oracle.mentions(said -> true));
        assertThat(figures.history()).isEqualTo(oracle.mentions(Ledger.Said::history));
        for (var day : figures.days()) {
            for (var judgement : Judgement.values()) {
                assertThat(day.mentions().of(judgement))
                        .describedAs("%s on %s", judgement, day.day())
                        .isEqualTo(
                                oracle.mentions(
                                        ReportOracle.judged(judgement.name())
                                                .and(oracle.on(day.day()))));
            }
        }
        for (var source : figures.sources()) {
            assertThat(source.mentions().total())
                    .isEqualTo(oracle.mentions(said -> said.source() == source.id()));
        }
        for (var lag : figures.lags()) {
            ofSpread(lag.spread(), oracle.lags(lag.sourceId()));
        }
        assertThat(figures.acknowledged())
                .isEqualTo(share(oracle, "ACKNOWLEDGEMENT"))
                .extracting(Share::of)
                .isEqualTo(figures.firstWords().size() + figures.withoutWord());
        assertThat(figures.answered()).isEqualTo(share(oracle, "ANSWER"));
        ofSpread(figures.sincePublished(), oracle.waits(true));
        ofSpread(figures.sinceDetected(), oracle.waits(false));
        assertThat(figures.withoutWord()).isEqualTo(oracle.withoutWord());
        assertThat(figures.unanswered()).isEqualTo(oracle.unanswered());
        assertThat(figures.late()).isEqualTo(oracle.late());
        assertThat(figures.dismissed()).isEqualTo(oracle.dismissed());
        assertThat(figures.foundReplies().total()).isEqualTo(oracle.foundReplies(false));
        assertThat(figures.foundReplies().automatic()).isEqualTo(oracle.foundReplies(true));
        ofCare(figures.care(), oracle);
    }

    private static void ofCare(WeekFigures.Care care, ReportOracle oracle) {
        var hour = Duration.ofHours(1);
        var day = Duration.ofHours(24);
        ofShare(
                care.withinHour(),
                oracle.endedInTime("ACKNOWLEDGEMENT", hour),
                oracle.ended("ACKNOWLEDGEMENT", hour));
        ofShare(care.withinDay(), oracle.endedInTime("ANSWER", day), oracle.ended("ANSWER", day));
        ofShare(care.wroteAgain(), oracle.wroteAgain(), oracle.due("ANSWER"));
        ofShare(care.promises(), oracle.promises(true), oracle.promises(false));
        ofShare(care.reopened(), oracle.begun(true), oracle.begun(false));
        var handovers = oracle.handovers();
        ofShare(
                care.handedOver(),
                handovers.stream().filter(times -> times > 0).count(),
                handovers.size());
        assertThat(care.mostHandovers())
                .isEqualTo(handovers.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    private static void ofShare(Share share, long part, long of) {
        assertThat(share).isEqualTo(new Share((int) part, (int) of));
    }

    /// Every number of the report, as often as its list has rows.
    static void ofLists(WeeklyReport report, WeeklyReports reports) {
        var figures = report.figures();
        agree(reports, report, Figure.MENTIONS, Slice.ALL, figures.mentions().total());
        agree(reports, report, Figure.HISTORY, Slice.ALL, figures.history());
        for (var judgement : Judgement.values()) {
            for (var day : figures.days()) {
                agree(
                        reports,
                        report,
                        Figure.MENTIONS,
                        Slice.ALL.on(day.day()).judged(judgement),
                        day.mentions().of(judgement));
            }
            for (var source : figures.sources()) {
                agree(
                        reports,
                        report,
                        Figure.MENTIONS,
                        Slice.ALL.from(source.id()).judged(judgement),
                        source.mentions().of(judgement));
            }
        }
        for (var lag : figures.lags()) {
            agree(
                    reports,
                    report,
                    Figure.DETECTED,
                    Slice.ALL.from(lag.sourceId()),
                    lag.spread().n());
        }
        for (var language : report.undetermined()) {
            agree(
                    reports,
                    report,
                    Figure.MENTIONS,
                    Slice.ALL.judged(Judgement.UNDETERMINED).in(language.code()),
                    language.mentions());
        }
        for (var reason : report.dismissals()) {
            agree(
                    reports,
                    report,
                    Figure.DISMISSED,
                    Slice.ALL.because(reason.reason()),
                    reason.cases());
        }
        agree(reports, report, Figure.DISMISSED, Slice.ALL, figures.dismissed());
        agree(reports, report, Figure.FOUND_REPLIES, Slice.ALL, figures.foundReplies().total());
        var acknowledged = figures.acknowledged();
        agree(reports, report, Figure.ACKNOWLEDGEMENT_DUE, Slice.ALL, acknowledged.of());
        agree(reports, report, Figure.ACKNOWLEDGED_IN_TIME, Slice.ALL, acknowledged.part());
        agree(
                reports,
                report,
                Figure.ACKNOWLEDGED_LATE,
                Slice.ALL,
                acknowledged.of() - acknowledged.part());
        var answered = figures.answered();
        agree(reports, report, Figure.ANSWER_DUE, Slice.ALL, answered.of());
        agree(reports, report, Figure.ANSWERED_IN_TIME, Slice.ALL, answered.part());
        agree(reports, report, Figure.ANSWERED_LATE, Slice.ALL, answered.of() - answered.part());
        agree(reports, report, Figure.FIRST_WORDS, Slice.ALL, figures.firstWords().size());
        agree(reports, report, Figure.WITHOUT_WORD, Slice.ALL, figures.withoutWord());
        agree(reports, report, Figure.UNANSWERED, Slice.ALL, figures.unanswered());
        agree(reports, report, Figure.LATE, Slice.ALL, figures.late());
        var care = figures.care();
        agree(reports, report, Figure.HOUR_ENDED, Figure.WITHIN_HOUR, care.withinHour());
        agree(reports, report, Figure.DAY_ENDED, Figure.WITHIN_DAY, care.withinDay());
        agree(reports, report, Figure.ANSWER_DUE, Figure.WROTE_AGAIN, care.wroteAgain());
        agree(reports, report, Figure.PROMISES_DUE, Figure.PROMISES_KEPT, care.promises());
        agree(reports, report, Figure.EPISODES, Figure.REOPENED, care.reopened());
        agree(reports, report, Figure.CLOSED, Figure.HANDED_OVER, care.handedOver());
    }

    private static void agree(
            WeeklyReports reports, WeeklyReport report, Figure of, Figure part, Share share) {
        agree(reports, report, of, Slice.ALL, share.of());
        agree(reports, report, part, Slice.ALL, share.part());
    }

    private static void agree(
            WeeklyReports reports, WeeklyReport report, Figure figure, Slice slice, int number) {
        var rows = new ArrayList<Listed>();
        FigureList page;
        do {
            page =
                    reports.list(
                            report.brand().id(), report.span().week(), figure, slice, rows.size());
            rows.addAll(page.rows());
        } while (!page.rows().isEmpty());
        assertThat(page.total()).describedAs("%s %s", figure, slice).isEqualTo(number);
        assertThat(rows).describedAs("%s %s", figure, slice).hasSize(number);
    }

    private static Share share(ReportOracle oracle, String kind) {
        return new Share((int) oracle.inTime(kind), (int) oracle.due(kind));
    }

    private static void ofSpread(@Nullable Spread spread, List<Duration> times) {
        if (times.isEmpty()) {
            assertThat(spread).isNull();
            return;
        }
        assertThat(spread)
                .isEqualTo(
                        new Spread(
                                times.size(),
                                ReportOracle.percentile(times, 50),
                                ReportOracle.percentile(times, 90),
                                times.getLast()));
    }
}
