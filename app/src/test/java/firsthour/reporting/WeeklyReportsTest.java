package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "reporting.time", value = "set")
class WeeklyReportsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final IsoWeek WEEK = new IsoWeek(2026, 46);
    private static final Instant MONDAY = at("2026-11-09T00:00");

    private final WeeklyReports reports;
    private final Ledger ledger;
    private long brand;
    private long source;

    WeeklyReportsTest(WeeklyReports reports, DataSource database) throws SQLException {
        this.reports = reports;
        this.ledger = new Ledger(database);
    }

    @BeforeEach
    void aBrandInBerlin() throws SQLException {
        ReportingTime.NOW.set(at("2026-11-22T09:00"));
        brand = ledger.brand();
        source = ledger.source();
    }

    @AfterEach
    void close() throws SQLException {
        ReportingTime.WHEN_ASKED.set(() -> {});
        ledger.close();
    }

    @Test
    void countsWhatTheOracleCountsAndListsWhatItCounts() throws SQLException {
        long kestrel = new KestrelWeeks(ledger).write("Kestrel Coffee");

        var report = reports.of(kestrel, WEEK);

        var now = ReportingTime.NOW.get();
        Agreement.ofFigures(
                report.figures(), new ReportOracle(ledger, kestrel, WEEK.monday(), BERLIN, now));
        Agreement.ofFigures(
                Objects.requireNonNull(report.before()),
                new ReportOracle(ledger, kestrel, WEEK.previous().monday(), BERLIN, now));
        Agreement.ofLists(report, reports);
    }

    @Test
    void beginsAWeekOnMondayMidnightWhereTheBrandIs() throws SQLException {
        say("2026-11-08T23:59:59.999999", "NEGATIVE");
        say("2026-11-09T00:00", "NEGATIVE");
        say("2026-11-15T23:59:59.999999", "NEUTRAL");
        say("2026-11-16T00:00", "NEGATIVE");

        var figures = figures(WEEK);

        assertThat(figures.mentions()).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(figures.days().getFirst().mentions().total()).isEqualTo(1);
        assertThat(figures.days().getLast().mentions().total()).isEqualTo(1);
    }

    @Test
    void countsTheHourThatAutumnRepeats() throws SQLException {
        var sunday = ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]");
        say(sunday.toInstant(), "NEUTRAL");
        say(sunday.withLaterOffsetAtOverlap().toInstant(), "NEUTRAL");
        say("2026-10-25T23:59:59.999999", "NEUTRAL");
        say("2026-10-26T00:00", "NEUTRAL");

        var report = reports.of(brand, new IsoWeek(2026, 43));

        assertThat(report.span().hours()).isEqualTo(169);
        assertThat(report.figures().days().getLast().mentions().neutral()).isEqualTo(3);
    }

    @Test
    void believesAPersonsLastCorrectionMoreThanTheModel() throws SQLException {
        long member = ledger.member("Mia");
        var said = say("2026-11-10T12:00", "NEGATIVE");
        var once = ledger.correct(said, member, "NEUTRAL");
        ledger.correct(once, member, "POSITIVE");
        say("2026-11-10T12:00", null);

        assertThat(figures(WEEK).mentions()).isEqualTo(new Tally(0, 0, 1, 0, 1));
    }

    @Test
    void countsEverythingThatFellDueWhateverCameOfIt() throws SQLException {
        due(MONDAY, MONDAY, null); // kept to the microsecond
        due(MONDAY, MONDAY.plusNanos(1000), null);
        due(MONDAY.plusSeconds(60), null, null);
        due(MONDAY.plusSeconds(60), null, MONDAY); // called off
        due(MONDAY.minusNanos(1000), MONDAY.minusSeconds(60), null); // the week before
        due(at("2026-11-16T00:00"), at("2026-11-15T12:00"), null); // the week after

        assertThat(figures(WEEK).acknowledged()).isEqualTo(new Share(1, 3));
        assertThat(figures(WEEK).withoutWord()).isEqualTo(1);
    }

    @Test
    void countsNoDeadlineOfAClockThatWaitsForTheCustomer() throws SQLException {
        var waiting = answer("2026-11-09T10:00", null);
        answer("2026-11-09T10:00", null);
        assertThat(figures(WEEK).answered()).isEqualTo(new Share(0, 2));

        ledger.pause(waiting);

        assertThat(figures(WEEK).answered()).isEqualTo(new Share(0, 1));
    }

    @Test
    void countsNoDeadlineOfACaseThatIsPartOfAnotherOneByNow() throws SQLException {
        var merged = answer("2026-11-09T10:00", null);
        answer("2026-11-09T10:00", null);
        assertThat(figures(WEEK).answered()).isEqualTo(new Share(0, 2));

        ledger.merge(merged);

        assertThat(figures(WEEK).answered()).isEqualTo(new Share(0, 1));
        assertThat(figures(WEEK).unanswered()).isEqualTo(1);
    }

    @Test
    void namesWhatManyWroteAboutInTheWeekTheBiggestFirst() throws SQLException {
        ledger.cause(
                brand,
                "A strike",
                answer("2026-11-09T10:00", null),
                answer("2026-11-09T10:00", null));
        var answered = answer("2026-11-09T10:00", null);
        var merged = answer("2026-11-09T10:00", null);
        ledger.cause(
                brand,
                "A recall",
                answered,
                answer("2026-11-10T10:00", null),
                answer("2026-11-10T10:00", null),
                merged);
        ledger.merge(merged);
        ledger.cause(brand, "One voice", answer("2026-11-10T10:00", null));
        ledger.cause(
                brand,
                "Last week",
                answer("2026-11-03T10:00", null),
                answer("2026-11-03T10:00", null));

        assertThat(reports.of(brand, WEEK).causes())
                .extracting(WeeklyReport.BigCause::title, WeeklyReport.BigCause::voices)
                .containsExactly(tuple("A recall", 3), tuple("A strike", 2));
    }

    @Test
    void aCustomerIsOneVoiceButWhoCannotBeToldApartIsOneForEachCase() throws SQLException {
        ledger.cause(
                brand,
                "A name that several may have",
                by("file", "A customer"),
                by("file", "A customer"),
                by("file", "A customer"));
        ledger.cause(
                brand,
                "Handles",
                by("mastodon", "ann"),
                by("mastodon", "ann"),
                by("mastodon", "bob"));

        assertThat(reports.of(brand, WEEK).causes())
                .extracting(
                        WeeklyReport.BigCause::title,
                        WeeklyReport.BigCause::voices,
                        WeeklyReport.BigCause::cases)
                .containsExactly(
                        tuple("A name that several may have", 3, 3), tuple("Handles", 2, 3));
    }

    @Test
    void aWaiverForWhichNobodyWasAskedIsNoSecondLook() throws SQLException {
        lapse(at("2026-11-10T10:00"), Duration.ofMinutes(15));
        lapse(at("2026-11-10T10:00"), Duration.ZERO);

        assertThat(reports.of(brand, WEEK).desk().looks())
                .isEqualTo(new DeskFigures.Looks(1, 0, 0, 0, 1));
        assertThat(reports.list(brand, WEEK, Figure.LOOKS_LAPSED, Slice.ALL, 0).rows()).hasSize(1);
    }

    @Test
    void countsOnlyUntilNowWhileTheWeekRuns() throws SQLException {
        ReportingTime.NOW.set(at("2026-11-10T12:00"));
        due(at("2026-11-10T11:59"), null, null);
        due(at("2026-11-10T12:01"), at("2026-11-10T11:30"), null);

        var report = reports.of(brand, WEEK);

        assertThat(report.unfinished()).isTrue();
        assertThat(report.figures().acknowledged()).isEqualTo(new Share(0, 1));
    }

    @Test
    void measuresTheFirstWordFromTheCustomersClockAndFromOurs() throws SQLException {
        var published = at("2026-11-10T10:00");
        var said = say(published, published.plusSeconds(2400), "NEGATIVE", false);
        var seenBefore = say(published, published.plusSeconds(7200), "NEGATIVE", false);
        acknowledge(said, published.plusSeconds(3000));
        acknowledge(seenBefore, published.plusSeconds(3600));

        var figures = figures(WEEK);

        assertThat(figures.sincePublished())
                .isEqualTo(
                        new Spread(
                                2,
                                Duration.ofMinutes(50),
                                Duration.ofHours(1),
                                Duration.ofHours(1)));
        // The second was answered on the network before we saw it: no minute is the staff's.
        assertThat(figures.sinceDetected())
                .isEqualTo(
                        new Spread(
                                2, Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(10)));
    }

    @Test
    void countsHistoryAsMentionsButNotInTheDetectionLag() throws SQLException {
        var published = at("2026-11-10T10:00");
        say(published, published.plusSeconds(60), "NEUTRAL", false);
        say(published, published.plus(Duration.ofDays(5)), "NEUTRAL", true);

        var report = reports.of(brand, WEEK);

        assertThat(report.figures().mentions().total()).isEqualTo(2);
        assertThat(report.figures().lags())
                .singleElement()
                .extracting(lag -> lag.spread().worst())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(ReportWords.counted(report)).contains("1 mention was found more than 48 hours");
    }

    @Test
    void remembersWhatWasOpenWhenTheWeekEnded() throws SQLException {
        var answeredLater = answer("2026-11-14T10:00", "2026-11-17T10:00");
        answer("2026-11-15T10:00", null);
        answer("2026-11-12T10:00", "2026-11-12T11:00");
        answer("2026-11-16T00:00", null);

        var report = reports.of(brand, WEEK);

        assertThat(report.figures().unanswered()).isEqualTo(2);
        assertThat(report.figures().late()).isEqualTo(1);
        assertThat(report.open()).hasSize(2);
        assertThat(report.open().getFirst().caseId()).isEqualTo(answeredLater.id());
        assertThat(ReportWords.standing(report.open().getFirst(), report.countedUntil()))
                .isEqualTo("14 h late");
        assertThat(ReportWords.since(report.open().getFirst(), BERLIN))
                .isEqualTo("answered Tue 17 Nov, 10:00");
    }

    @Test
    void waitsNoLongerForWhatWasBreachedAndThenDismissed() throws SQLException {
        var said = say(at("2026-11-10T10:00"), at("2026-11-10T10:00"), "NEGATIVE", false);
        var kept = ledger.complain(said);
        var due = said.detected().plus(Duration.ofDays(1));
        ledger.clock(kept, 1, "ANSWER", said.detected(), due, null, due.plusSeconds(3600));

        assertThat(figures(WEEK).unanswered()).isZero();
        assertThat(figures(WEEK).answered()).isEqualTo(new Share(0, 1));
        assertThat(figures(new IsoWeek(2026, 47)).late()).isZero();
    }

    @Test
    void measuresTheStaffFromTheCorrectionThatOpenedTheCase() throws SQLException {
        var said = say(at("2026-11-10T10:00"), at("2026-11-10T10:00"), "NEUTRAL", false);
        var kept = ledger.complain(said);
        var corrected = said.detected().plus(Duration.ofDays(2));
        ledger.clock(
                kept,
                1,
                "ACKNOWLEDGEMENT",
                corrected,
                corrected.plusSeconds(3600),
                corrected.plusSeconds(600),
                null);

        assertThat(figures(WEEK).sinceDetected())
                .extracting(Spread::worst)
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(figures(WEEK).sincePublished())
                .extracting(Spread::worst)
                .isEqualTo(Duration.ofDays(2).plusMinutes(10));
    }

    @Test
    void countsNothingThatArrivesWhileItCounts() throws SQLException {
        say("2026-11-10T12:00", "NEUTRAL");
        // A report asks for the time when it has begun to read.
        ReportingTime.WHEN_ASKED.set(() -> {
            try {
                say("2026-11-10T12:00", "NEUTRAL");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(figures(WEEK).mentions().total()).isEqualTo(1);
        var before = ledger.mentions.size();
        assertThat(reports.list(brand, WEEK, Figure.MENTIONS, Slice.ALL, 0).rows()).hasSize(before);
        ReportingTime.WHEN_ASKED.set(() -> {});
        assertThat(figures(WEEK).mentions().total()).isEqualTo(ledger.mentions.size());
    }

    @Test
    void countsNoPostOfAnAccountThatWasNamedAsOurOwn() throws SQLException {
        var ours = say("2026-11-10T12:00", "NEUTRAL");
        say("2026-11-10T13:00", "NEUTRAL");
        ledger.execute("UPDATE mention SET verdict = 'FOUND_REPLY' WHERE id = ?", ours.id());

        var report = reports.of(brand, WEEK);

        assertThat(report.figures().mentions().total()).isEqualTo(1);
        assertThat(report.figures().lags().getFirst().spread().n()).isEqualTo(1);
    }

    @Test
    void saysNoneAndNotZeroWhereNothingIsKnown() {
        var report = reports.of(brand, WEEK);

        assertThat(report.before()).isNull();
        assertThat(Headline.of(report, links()))
                .extracting(Headline::value)
                .containsExactly("0", "–", "–", "–", "–", "0");
        assertThat(Headline.of(report, links())).extracting(Headline::before).containsOnly("–");
        assertThat(report.worthReading()).isEmpty();
        assertThat(WeeklyCharts.of(report).responses().description())
                .isEqualTo("Nobody heard from us.");
    }

    @Test
    void comparesWithTheWeekBeforeOnceSomethingIsKnownFromThen() throws SQLException {
        say("2026-11-03T12:00", "NEUTRAL");

        var report = reports.of(brand, WEEK);

        assertThat(Headline.of(report, links()).getFirst().before()).isEqualTo("1");
        assertThat(Headline.of(report, links()).get(1).before()).isEqualTo("–");
    }

    @Test
    void saysOfOneCaseEverythingThatItWasChosenFor() throws SQLException {
        var slow = say("2026-11-10T10:00", "NEGATIVE");
        var kept = ledger.open(slow, "COMPLAINT", 90, "they will leave", null);
        ledger.reply(kept, "ANSWER", at("2026-11-11T10:00"));
        var silent = ledger.complain(say("2026-11-10T11:00", "NEGATIVE"));

        var read = reports.of(brand, WEEK).worthReading();

        assertThat(read)
                .extracting(WeeklyReport.WorthReading::why)
                .containsExactly(
                        "Most urgent: they will leave. Waited longest. Answered fastest",
                        "Without a word until now");
        assertThat(read.getLast().opening().caseId()).isEqualTo(silent.id());
        assertThat(read.getFirst().answer()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void onlyOneCaseIsTheMostUrgent() throws SQLException {
        for (int i = 0; i < 6; i++) {
            ledger.open(
                    say("2026-11-10T10:0" + i, "NEGATIVE"),
                    "COMPLAINT",
                    90 - i,
                    "a complaint",
                    null);
        }

        assertThat(reports.of(brand, WEEK).worthReading())
                .extracting(WeeklyReport.WorthReading::why)
                .filteredOn(why -> why.contains("urgent"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Most urgent: a complaint"),
                        second -> assertThat(second).isEqualTo("Also urgent: a complaint"),
                        third -> assertThat(third).isEqualTo("Also urgent: a complaint"),
                        fourth -> assertThat(fourth).isEqualTo("Also urgent: a complaint"));
    }

    @Test
    void knowsNoBrandThatIsNotThere() {
        assertThatThrownBy(() -> reports.of(-1, WEEK)).isInstanceOf(NoSuchElementException.class);
    }

    private WeekFigures figures(IsoWeek week) {
        return reports.of(brand, week).figures();
    }

    private ReportLinks links() {
        return new ReportLinks(brand, WEEK, true);
    }

    private Ledger.Said say(String local, @Nullable String judged) throws SQLException {
        return say(at(local), judged);
    }

    private Ledger.Said say(Instant published, @Nullable String judged) throws SQLException {
        return say(published, published.plusSeconds(60), judged, false);
    }

    private Ledger.Said say(
            Instant published, Instant detected, @Nullable String judged, boolean history)
            throws SQLException {
        return ledger.say(brand, source, published, detected, judged, history, "The lid leaks.");
    }

    /// A first word that falls due at an instant.
    private void due(Instant due, @Nullable Instant met, @Nullable Instant cancelled)
            throws SQLException {
        var said = say(due.minusSeconds(3600), "NEGATIVE");
        var kept = ledger.complain(said);
        ledger.clock(kept, 1, "ACKNOWLEDGEMENT", said.detected(), due, met, cancelled);
    }

    private void acknowledge(Ledger.Said said, Instant met) throws SQLException {
        var kept = ledger.complain(said);
        var due = said.detected().plusSeconds(3600);
        ledger.clock(kept, 1, "ACKNOWLEDGEMENT", said.detected(), due, met, null);
    }

    private Ledger.Kept by(String network, String handle) throws SQLException {
        var kept = answer("2026-11-10T10:00", null);
        ledger.execute(
                "UPDATE cases SET network = ?, author_handle = ? WHERE id = ?",
                network,
                handle,
                kept.id());
        return kept;
    }

    /// A second look for which so much time was left, and nobody had any.
    private void lapse(Instant asked, Duration left) throws SQLException {
        var kept = answer("2026-11-10T10:00", null);
        long member = ledger.member("Mia");
        ledger.execute(
                "INSERT INTO second_look (case_id, episode, kind, asked_by, keeper_id, asked_words,"
                        + " words, reasons, asked_at, due_at, state)"
                        + " VALUES (?, 1, 'ANSWER', ?, ?, '', '', '{}', ?, ?, 'LAPSED')",
                kept.id(),
                member,
                member,
                asked,
                asked.plus(left));
    }

    private Ledger.Kept answer(String detected, @Nullable String met) throws SQLException {
        var said = say(at(detected), at(detected), "NEGATIVE", false);
        var kept = ledger.complain(said);
        ledger.clock(
                kept,
                1,
                "ANSWER",
                said.detected(),
                said.detected().plusSeconds(86400),
                met == null ? null : at(met),
                null);
        return kept;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
