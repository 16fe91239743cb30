package firsthour.reporting.month;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.IsoWeek;
import firsthour.reporting.Share;
import firsthour.reporting.Spread;
import firsthour.reporting.WeekFigures;
import firsthour.reporting.WeeklyReports;
import firsthour.time.ControlledTime;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A month that the application lives through, post by post and deed by deed. Whoever recounts it
/// from the log of events comes to the same figures, to the second. With twenty thousand posts:
/// `mvn -Pmonth -pl app -am verify`.
class MonthTest {
    private static final int POSTS = Integer.getInteger("firsthour.month.posts", 2_000);

    /// From the week of the beginning to that in which the last cases are closed.
    private static final List<IsoWeek> WEEKS =
            List.of(
                    new IsoWeek(2026, 42),
                    new IsoWeek(2026, 43),
                    new IsoWeek(2026, 44),
                    new IsoWeek(2026, 45),
                    new IsoWeek(2026, 46));

    @Test
    void everyFigureOfEveryWeekIsWhatTheLogOfEventsTells() throws Exception {
        try (var context =
                        ApplicationContext.run(Map.of("controlled.time", "true", "month", "true"));
                var ledgers = new Ledgers(context.getBean(DataSource.class))) {
            var month = new Month(context, ledgers);
            month.plan(POSTS);
            // Also while weeks run, with all that stands open then.
            for (var now = Month.BEGIN.plus(Duration.ofHours(83));
                    now.isBefore(Month.BEGIN.plus(Month.LENGTH));
                    now = now.plus(Duration.ofHours(157))) {
                month.play(now);
                agree(context, ledgers, month.brand);
            }
            month.play(Month.BEGIN.plus(Month.LENGTH).plus(Duration.ofDays(14)));
            agree(context, ledgers, month.brand);
            assertThat(context.getBean(Desk.class).done)
                    .as("all that people do was done")
                    .containsKeys(
                            "claim",
                            "acknowledge",
                            "answer",
                            "resolve",
                            "dismiss",
                            "undo",
                            "reopen",
                            "wait",
                            "stop waiting",
                            "offer",
                            "accept",
                            "decline",
                            "promise",
                            "keep",
                            "withdraw",
                            "away");
            assertThat(ledgers.listEvents().stream().map(Ledgers.Logged::type))
                    .contains(
                            "BreachWithdrawn",
                            "ClockBreached",
                            "CaseReopenedByCustomer",
                            "CustomerCameBack",
                            "CaseCovered",
                            "PromiseBroken",
                            "ReplyFound");
        }
    }

    private static void agree(ApplicationContext context, Ledgers ledgers, long brand)
            throws Exception {
        var now = context.getBean(ControlledTime.class).now();
        var posts = ledgers.listPosts();
        var retold = new Retold(ledgers.listEvents(), posts);
        for (var week : WEEKS) {
            var oracle = new MonthOracle(retold, posts, week.monday(), now);
            var figures = context.getBean(WeeklyReports.class).of(brand, week).figures();
            if (week.in(MonthOracle.ZONE).from().isBefore(now)) {
                agree(figures, oracle, week, now);
            }
        }
    }

    private static void agree(WeekFigures figures, MonthOracle oracle, IsoWeek week, Instant now) {
        var care = figures.care();
        assertThat(
                        List.of(
                                told("mentions", figures.mentions().total()),
                                told("history", figures.history()),
                                told("acknowledged", part(figures.acknowledged())),
                                told("answered", part(figures.answered())),
                                told("without a word", figures.withoutWord()),
                                told("since published", times(figures.sincePublished())),
                                told("since detected", times(figures.sinceDetected())),
                                told("unanswered", figures.unanswered()),
                                told("late", figures.late()),
                                told("dismissed", figures.dismissed()),
                                told("found replies", figures.foundReplies().total()),
                                told("automatic", figures.foundReplies().automatic()),
                                told("within the hour", part(care.withinHour())),
                                told("within the day", part(care.withinDay())),
                                told("wrote again", part(care.wroteAgain())),
                                told("promises", part(care.promises())),
                                told("reopened", part(care.reopened())),
                                told("handed over", part(care.handedOver())),
                                told("most handovers", care.mostHandovers())))
                .as("%s at %s", week, now)
                .containsExactly(
                        told("mentions", oracle.mentions()),
                        told("history", oracle.history()),
                        told("acknowledged", oracle.acknowledged()),
                        told("answered", oracle.answered()),
                        told("without a word", oracle.withoutWord()),
                        told("since published", times(oracle, true)),
                        told("since detected", times(oracle, false)),
                        told("unanswered", oracle.unanswered()),
                        told("late", oracle.late()),
                        told("dismissed", oracle.dismissed()),
                        told("found replies", oracle.foundReplies("kestrelcares", "kestrelbot")),
                        told("automatic", oracle.foundReplies("kestrelbot")),
                        told(
                                "within the hour",
                                oracle.within(Retold.Episode::word, Duration.ofHours(1))),
                        told(
                                "within the day",
                                oracle.within(Retold.Episode::answer, Duration.ofHours(24))),
                        told("wrote again", oracle.wroteAgain()),
                        told("promises", oracle.promises()),
                        told("reopened", oracle.reopened()),
                        told("handed over", oracle.handedOver()),
                        told("most handovers", oracle.mostHandovers()));
    }

    private static String told(String what, Object figure) {
        return what + ": " + figure;
    }

    private static Object part(Share share) {
        return new MonthOracle.Part(share.part(), share.of());
    }

    private static Object times(MonthOracle oracle, boolean sincePublished) {
        return oracle.waits(sincePublished).map(Object.class::cast).orElse("none");
    }

    private static Object times(@Nullable Spread spread) {
        return spread == null
                ? "none"
                : new MonthOracle.Times(spread.n(), spread.p50(), spread.p90(), spread.worst());
    }
}
