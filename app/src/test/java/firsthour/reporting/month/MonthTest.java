package firsthour.reporting.month;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.Figure;
import firsthour.reporting.FigureList;
import firsthour.reporting.IsoWeek;
import firsthour.reporting.JudgementFigures;
import firsthour.reporting.ReportedBrand;
import firsthour.reporting.Slice;
import firsthour.reporting.WeeklyReport;
import firsthour.reporting.WeeklyReports;
import firsthour.time.ControlledTime;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A month that the application lives through, post by post and deed by deed. Whoever recounts it
/// from the log of events comes to the same figures, to the second. With twenty thousand posts:
/// `mvn -Pmonth -pl app -am verify`.
class MonthTest {
    private static final Logger LOG = LoggerFactory.getLogger(MonthTest.class);
    private static final int POSTS = Integer.getInteger("firsthour.month.posts", 2_000);
    private static final int JUDGED_WEEKS = 8;

    /// Between two readings: some days and hours, so that each falls into the middle of something.
    private static final Duration STEP = Duration.ofHours(157);

    /// So that a long run tells all that it finds.
    private final SoftAssertions softly = new SoftAssertions();

    private final Set<Figure> happened = EnumSet.noneOf(Figure.class);
    private int compared;
    private int weeks;

    @Test
    void everyFigureOfEveryWeekIsWhatTheLogOfEventsTells() throws Exception {
        try (var context =
                        ApplicationContext.run(Map.of("controlled.time", "true", "month", "true"));
                var ledgers = new Ledgers(context.getBean(DataSource.class))) {
            var month = new Month(context, ledgers);
            month.plan(POSTS);
            // Also while weeks run, with all that stands open then.
            for (var now = Month.BEGIN.plus(Duration.ofHours(83));
                    now.isBefore(Month.END);
                    now = now.plus(STEP)) {
                month.play(now);
                agree(context, ledgers);
            }
            month.play(Month.AFTER);
            agree(context, ledgers);
            everythingHappened(context.getBean(Team.class), ledgers, month.brand);
            softly.assertAll();
        }
    }

    private void agree(ApplicationContext context, Ledgers ledgers) {
        var now = context.getBean(ControlledTime.class).now();
        var reports = context.getBean(WeeklyReports.class);
        for (var brand : reports.listBrands()) {
            agree(reports, ledgers, brand, now);
            agree(context.getBean(JudgementFigures.class), ledgers, brand, now);
        }
    }

    private void agree(WeeklyReports reports, Ledgers ledgers, ReportedBrand brand, Instant now) {
        var posts = ledgers.listWritten(brand.id());
        var own = ledgers.listOwn(brand.id());
        var given = ledgers.listGiven();
        var retold = new Retold(ledgers.listEvents(brand.id()), posts, own);
        List<String> before = List.of();
        List<String> deskBefore = List.of();
        for (var week = new IsoWeek(2026, 41);
                week.in(brand.zone()).from().isBefore(now);
                week = week.next()) {
            var oracle =
                    new MonthOracle(
                            retold, posts, own, given, new Week(week.monday(), brand.zone()), now);
            var report = reports.of(brand.id(), week);
            var reported = Reported.of(report);
            var as = "%s in %s at %s".formatted(brand.name(), week, now);
            var figures = oracle.figures().toList();
            var desk = oracle.desk().toList();
            agree(as, reported.figures(), figures);
            agree(as, reported.desk(), desk);
            agree(as, reported.lists(), oracle.lists().toList());
            agree(
                    as,
                    reported.worthReading(),
                    report.worthReading().stream()
                            .map(one -> Objects.requireNonNull(one.opening().caseId()))
                            .map(oracle::worthReading)
                            .toList());
            agree(as, behind(reports, report), oracle.behind().toList());
            boolean known = oracle.isKnownBefore();
            agree("before " + as, reported.before(), known ? before : List.of());
            agree("before " + as, reported.deskBefore(), known ? deskBefore : List.of());
            before = figures;
            deskBefore = desk;
            weeks++;
        }
    }

    /// How many rows the list behind each figure has.
    private List<String> behind(WeeklyReports reports, WeeklyReport report) {
        return Arrays.stream(Figure.values())
                .map(figure -> behind(reports, report, figure))
                .toList();
    }

    private String behind(WeeklyReports reports, WeeklyReport report, Figure figure) {
        var list = reports.list(report.brand().id(), report.span().week(), figure, Slice.ALL, 0);
        softly.assertThat(list.rows())
                .as("%s in %s", figure, report.span().week())
                .hasSize(Math.min(list.total(), FigureList.PAGE));
        if (list.total() > 0) {
            happened.add(figure);
        }
        return Told.behind(figure, list.total());
    }

    private void agree(
            JudgementFigures figures, Ledgers ledgers, ReportedBrand brand, Instant now) {
        var posts = ledgers.listWritten(brand.id());
        agree(
                "judgement of %s at %s".formatted(brand.name(), now),
                Reported.judgement(figures.of(brand, JUDGED_WEEKS)).toList(),
                new Judged(
                                new Retold(
                                        ledgers.listEvents(brand.id()),
                                        posts,
                                        ledgers.listOwn(brand.id())),
                                posts,
                                ledgers.listChecked(brand.id()),
                                brand.zone(),
                                now,
                                JUDGED_WEEKS)
                        .figures()
                        .toList());
    }

    private void agree(String as, List<String> reported, List<String> told) {
        softly.assertThat(reported).as(as).containsExactlyElementsOf(told);
        compared += told.size();
    }

    private void everythingHappened(Team team, Ledgers ledgers, long brand) {
        var events = ledgers.listEvents(brand).stream().map(Ledgers.Logged::type).toList();
        LOG.info(
                "{} mentions, {} cases, {} events; {} figures of {} weeks agreed; {}",
                ledgers.listWritten(brand).size(),
                events.stream().filter("CaseOpened"::equals).count(),
                events.size(),
                compared,
                weeks,
                team.done);
        assertThat(happened).as("no figure is none always").containsOnly(Figure.values());
        assertThat(team.done)
                .as("all that people do was done")
                .containsKeys(
                        "accept",
                        "acknowledge",
                        "answer",
                        "approve",
                        "ask to look",
                        "check",
                        "claim",
                        "correct",
                        "decline",
                        "dismiss",
                        "follow up",
                        "give",
                        "go away",
                        "keep",
                        "merge",
                        "offer",
                        "promise",
                        "reopen",
                        "resolve",
                        "send back",
                        "split back",
                        "stop waiting",
                        "thank",
                        "undo",
                        "wait",
                        "withdraw");
        assertThat(events)
                .as("and all that comes of it")
                .contains(
                        "BreachWithdrawn",
                        "CaseCovered",
                        "CaseGrouped",
                        "CaseReopenedByCustomer",
                        "ClockBreached",
                        "CustomerCameBack",
                        "CustomerWonBack",
                        "PromiseBroken",
                        "ReplyFound",
                        "SecondLookLapsed");
    }
}
