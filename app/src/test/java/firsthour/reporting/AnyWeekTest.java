package firsthour.reporting;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever a week held, its figures are those of the oracle, and each list is as long as its
/// figure says.
class AnyWeekTest {
    private static @Nullable ApplicationContext context;
    private static int brands;

    @BeforeContainer
    static void start() {
        context = ApplicationContext.run(Map.of("reporting.time", "set"));
    }

    @AfterContainer
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    /// A week to report on, somewhere in the world, seen from some hour of it or after it.
    record Place(String zone, IsoWeek week, int nowAfterHours) {}

    /// What happens to one mention, in seconds after Monday 00:00 and after each other.
    ///
    /// @param caseOfKind 0 for no case, else how its clocks fare
    record Happening(
            long after,
            int lag,
            int judged,
            int corrected,
            boolean history,
            int caseOfKind,
            int wordAfter,
            int answerAfter) {}

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void figuresAgreeWithTheOracleAndWithTheirLists(
            @ForAll("places") Place place, @ForAll("happenings") List<Happening> happenings)
            throws SQLException {
        var application = Objects.requireNonNull(context);
        var reports = application.getBean(WeeklyReports.class);
        var zone = ZoneId.of(place.zone());
        var monday = place.week().monday().atStartOfDay(zone).toInstant();
        var now = monday.plusSeconds(place.nowAfterHours() * 3600L);
        ReportingTime.NOW.set(now);
        try (var ledger = new Ledger(application.getBean(DataSource.class))) {
            long brand = ledger.brand("Any " + ++brands, place.zone());
            long other = ledger.brand("Other " + brands, place.zone());
            long first = ledger.source("First " + brands);
            long second = ledger.source("Second " + brands);
            long member = ledger.member("Mia");
            int n = 0;
            for (var happening : happenings) {
                // Every seventh concerns another brand, which must not be counted.
                write(
                        ledger,
                        happening,
                        n % 7 == 6 ? other : brand,
                        n % 2 == 0 ? first : second,
                        member,
                        monday);
                n++;
            }

            var report = reports.of(brand, place.week());

            Agreement.ofFigures(
                    report.figures(),
                    new ReportOracle(ledger, brand, place.week().monday(), zone, now));
            if (report.before() != null) {
                Agreement.ofFigures(
                        report.before(),
                        new ReportOracle(
                                ledger, brand, place.week().monday().minusWeeks(1), zone, now));
            }
            Agreement.ofLists(report, reports);
        }
    }

    private static void write(
            Ledger ledger,
            Happening happening,
            long brand,
            long source,
            long member,
            Instant monday)
            throws SQLException {
        var judgements = new String[] {"NEGATIVE", "NEUTRAL", "POSITIVE", "UNDETERMINED", null};
        var published = monday.plusSeconds(happening.after());
        var detected = published.plusSeconds(happening.lag());
        var said =
                ledger.say(
                        brand,
                        source,
                        published,
                        detected,
                        judgements[happening.judged()],
                        happening.history(),
                        "words");
        if (happening.corrected() < 4) {
            ledger.correct(said, member, String.valueOf(judgements[happening.corrected()]));
        }
        if (happening.caseOfKind() == 0) {
            if (happening.judged() == 3) {
                ledger.foundReply(brand, source, detected, happening.history());
            }
            return;
        }
        var kept = ledger.complain(said);
        var word = detected.plusSeconds(happening.wordAfter());
        var answer = word.plusSeconds(happening.answerAfter());
        boolean silent = happening.caseOfKind() == 2;
        var cancelled = happening.caseOfKind() == 3 ? word : null;
        boolean met = !silent && cancelled == null;
        ledger.clock(
                kept,
                1,
                "ACKNOWLEDGEMENT",
                detected,
                detected.plusSeconds(3600),
                met ? word : null,
                cancelled);
        ledger.clock(
                kept,
                1,
                "ANSWER",
                detected,
                detected.plusSeconds(86400),
                met ? answer : null,
                cancelled);
        if (cancelled != null) {
            ledger.close(kept, "DISMISSED", cancelled, happening.judged() == 0 ? null : "SPAM");
        }
        writeCare(ledger, happening, kept, source, member, word, answer);
        if (happening.caseOfKind() == 4) {
            var again = answer.plusSeconds(3600);
            ledger.begin(kept, "CaseReopened", again);
            ledger.clock(
                    kept,
                    2,
                    "ACKNOWLEDGEMENT",
                    again,
                    again.plusSeconds(3600),
                    again.plusSeconds(happening.wordAfter()),
                    null);
        }
    }

    /// What people did beside answering, in all ways in turn.
    private static void writeCare(
            Ledger ledger,
            Happening happening,
            Ledger.Kept kept,
            long source,
            long member,
            Instant word,
            Instant answer)
            throws SQLException {
        ledger.begin(kept, "CaseOpened", kept.opened());
        int way = happening.lag() % 4;
        var kind = List.of("ACCEPTED", "DECLINED", "ACCEPTED", "LAPSED");
        for (int i = 0; i < way; i++) {
            ledger.handOver(kept, member, kind.get(i));
        }
        ledger.promise(
                kept,
                member,
                answer,
                way == 0 ? null : answer.plusSeconds(way - 2),
                happening.wordAfter() % 5 == 0);
        ledger.write(kept, source, word.plusSeconds(happening.answerAfter() / 2 + way), way < 2);
        if (happening.caseOfKind() == 1 && way == 3) {
            ledger.close(kept, "RESOLVED", answer, null);
        }
    }

    @Provide
    Arbitrary<Place> places() {
        return Combinators.combine(
                        Arbitraries.of(
                                "Europe/Berlin",
                                "America/New_York",
                                "Asia/Kolkata",
                                "Pacific/Apia",
                                "America/Havana",
                                "UTC"),
                        Arbitraries.of(
                                new IsoWeek(2026, 46),
                                new IsoWeek(2026, 43),
                                new IsoWeek(2026, 13),
                                new IsoWeek(2026, 10),
                                new IsoWeek(2026, 53),
                                new IsoWeek(2027, 1)),
                        Arbitraries.integers().between(-5, 400))
                .as(Place::new);
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        long week = 7 * 86400;
        var moments =
                Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.longs().between(-week, week + 3600)),
                        Tuple.of(
                                2,
                                Arbitraries.of(
                                        -1L, 0L, 1L, 86400L, week - 3601, week - 1, week, -week)));
        return Combinators.combine(
                        moments,
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 5).map(n -> n == 0),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 9_000),
                        Arbitraries.integers().between(0, 200_000))
                .as(Happening::new)
                .list()
                .ofMaxSize(18);
    }
}
