package firsthour.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.reporting.Figure;
import firsthour.reporting.IsoWeek;
import firsthour.reporting.Slice;
import firsthour.reporting.WeekFigures.Recovery;
import firsthour.reporting.WeeklyReports;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Customers complain, are answered or not, and come back or not, at random; the report says what
/// an oracle counts from what they did, and each list is as long as its figure.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class RecoveryFiguresTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final Instant FROM = MONDAY.atStartOfDay(ZONE).toInstant();
    private static final Instant TO = MONDAY.plusDays(7).atStartOfDay(ZONE).toInstant();

    private final WeeklyReports reports;
    private final SamePersons persons;
    private final Desk desk;
    private final Stage stage;
    private final ControlledTime time;
    private final List<Customer> customers = new ArrayList<>();

    RecoveryFiguresTest(
            WeeklyReports reports,
            SamePersons persons,
            Desk desk,
            Stage stage,
            ControlledTime time) {
        this.reports = reports;
        this.persons = persons;
        this.desk = desk;
        this.stage = stage;
        this.time = time;
    }

    /// What one customer did, and when; null for never.
    ///
    /// @param linked whether the author elsewhere is known to be the same person
    private record Customer(
            @Nullable Instant answered,
            @Nullable Instant raised,
            @Nullable Instant thanked,
            @Nullable Instant praised,
            @Nullable Instant elsewhere,
            boolean linked) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theReportSaysWhatTheCustomersDid(long seed) {
        stage.reset();
        var random = new Random(seed);
        for (int n = 0; n < 40; n++) {
            live("c" + n, random);
        }
        var now =
                random.nextBoolean() ? TO.plus(Duration.ofDays(3)) : FROM.plus(Duration.ofDays(4));
        time.set(now);
        desk.sweep();

        var report = reports.of(Stage.BRAND, new IsoWeek(2026, 46)).figures().recovery();

        assertThat(report).isEqualTo(oracle(now.isBefore(TO) ? now : TO));
        assertThat(report.raised() + report.thanked() + report.praised()).isPositive();
        assertThat(report.neverBack()).isPositive();
        assertThat(listed(Figure.RATINGS_RAISED)).isEqualTo(report.raised());
        assertThat(listed(Figure.THANKED)).isEqualTo(report.thanked());
        assertThat(listed(Figure.PRAISED)).isEqualTo(report.praised());
        assertThat(listed(Figure.NEVER_BACK)).isEqualTo(report.neverBack());
    }

    private int listed(Figure figure) {
        var list = reports.list(Stage.BRAND, new IsoWeek(2026, 46), figure, Slice.ALL, 0);
        assertThat(list.rows()).hasSize(list.total());
        return list.total();
    }

    private Recovery oracle(Instant until) {
        return new Recovery(
                (int) customers.stream().filter(c -> counts(c, c.raised())).count(),
                (int) customers.stream().filter(c -> counts(c, c.thanked())).count(),
                (int)
                        (customers.stream().filter(c -> counts(c, c.praised())).count()
                                + customers.stream()
                                        .filter(c -> c.linked() && counts(c, c.elsewhere()))
                                        .count()),
                (int) customers.stream().filter(c -> isGone(c, until)).count());
    }

    private static boolean counts(Customer customer, @Nullable Instant at) {
        return at != null
                && customer.answered() != null
                && at.isAfter(customer.answered())
                && !at.isBefore(FROM)
                && at.isBefore(TO);
    }

    private static boolean isGone(Customer customer, Instant until) {
        var answered = customer.answered();
        if (answered == null) {
            return false;
        }
        var month = answered.plus(Duration.ofDays(30));
        return !month.isBefore(FROM)
                && month.isBefore(until)
                && !wroteAfter(customer.thanked(), answered, until)
                && !wroteAfter(customer.praised(), answered, until)
                && !(customer.linked() && wroteAfter(customer.elsewhere(), answered, until));
    }

    private static boolean wroteAfter(@Nullable Instant at, Instant answered, Instant until) {
        return at != null && at.isAfter(answered) && at.isBefore(until);
    }

    /// Plays one customer's life: a bad review about a month before the week or in it, and what
    /// came of it until three days after the week.
    private void live(String name, Random random) {
        var wrote =
                FROM.minus(Duration.ofDays(random.nextBoolean() ? 33 : 2))
                        .plusSeconds(random.nextInt(6 * 86400));
        var answered = random.nextInt(5) == 0 ? null : after(wrote, 2, random);
        var since = answered == null || random.nextInt(8) == 0 ? wrote : answered;
        var customer =
                new Customer(
                        answered,
                        random.nextInt(3) == 0 ? after(since, 9, random) : null,
                        random.nextInt(4) == 0 ? after(since, 8, random) : null,
                        random.nextInt(4) == 0 ? after(since, 40, random) : null,
                        random.nextInt(2) == 0 ? after(since, 40, random) : null,
                        random.nextBoolean());
        customers.add(customer);

        time.set(wrote);
        var review = stage.post(name).author(name).rating(1).published(wrote).mention();
        stage.score(review, "NEGATIVE", .9, .05, null);
        stage.triage();
        var id = stage.caseOf(review);
        if (customer.thanked() != null) {
            time.set(customer.thanked());
            desk.kind(desk.post(name).inReplyTo(name));
        }
        if (customer.praised() != null) {
            time.set(customer.praised());
            desk.kind(desk.post(name).rating(5));
        }
        if (customer.elsewhere() != null) {
            time.set(customer.elsewhere());
            desk.kind(desk.post(name + "@elsewhere").network("hackernews"));
        }
        if (answered != null) {
            time.set(answered);
            desk.answer(id);
        }
        if (customer.raised() != null) {
            time.set(customer.raised());
            desk.rate(review, 4, customer.raised());
        }
        if (customer.linked() && customer.elsewhere() != null) {
            assertThat(persons.link(id, Stage.MIRA, "hackernews", name + "@elsewhere"))
                    .isEqualTo(new Attempt.Done());
        }
    }

    private static Instant after(Instant at, int days, Random random) {
        return at.plusSeconds(1 + random.nextInt(days * 86400));
    }
}
