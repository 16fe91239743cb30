package firsthour.reporting.month;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.IsoWeek;
import firsthour.reporting.JudgementFigures;
import firsthour.reporting.WeeklyReports;
import firsthour.time.ControlledTime;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
                agree(context, ledgers, month.brand);
            }
            month.play(Month.AFTER);
            agree(context, ledgers, month.brand);
            everythingHappened(context.getBean(Team.class), ledgers, month.brand);
            softly.assertAll();
        }
    }

    private void agree(ApplicationContext context, Ledgers ledgers, long brand) {
        var now = context.getBean(ControlledTime.class).now();
        var posts = ledgers.listWritten(brand);
        var own = ledgers.listOwn();
        var retold = new Retold(ledgers.listEvents(brand), posts);
        var reports = context.getBean(WeeklyReports.class);
        List<String> before = List.of();
        for (var week = new IsoWeek(2026, 42);
                week.in(Week.ZONE).from().isBefore(now);
                week = week.next()) {
            var oracle = new MonthOracle(retold, posts, own, new Week(week.monday()), now);
            var report = reports.of(brand, week);
            var figures = oracle.figures().toList();
            agree(week, now, Reported.figures(report.figures()), figures);
            agree(week, now, Reported.lists(report), oracle.lists().toList());
            agree(
                    week,
                    now,
                    Reported.worthReading(report),
                    report.worthReading().stream()
                            .map(one -> Objects.requireNonNull(one.opening().caseId()))
                            .map(oracle::worthReading)
                            .toList());
            if (report.before() != null) {
                agree(week.previous(), now, Reported.figures(report.before()), before);
            }
            before = figures;
            weeks++;
        }
        var quality =
                context.getBean(JudgementFigures.class)
                        .of(reports.findBrand(brand).orElseThrow(), JUDGED_WEEKS);
        agree(
                IsoWeek.of(now.atZone(Week.ZONE).toLocalDate()),
                now,
                Reported.judgement(quality),
                new Judged(retold, posts, ledgers.listChecked(brand), now, JUDGED_WEEKS)
                        .figures()
                        .toList());
    }

    private void agree(IsoWeek week, Instant now, Stream<String> reported, List<String> told) {
        assertThat(reported.toList()).as("%s at %s", week, now).containsExactlyElementsOf(told);
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
                        "go away",
                        "keep",
                        "merge",
                        "offer",
                        "promise",
                        "reopen",
                        "resolve",
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
