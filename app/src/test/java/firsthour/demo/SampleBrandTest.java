package firsthour.demo;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Brands;
import firsthour.database.Rows;
import firsthour.demo.SampleBrand.Loading;
import firsthour.reporting.JudgementFigures;
import firsthour.reporting.WeeklyReport;
import firsthour.reporting.WeeklyReports;
import firsthour.scoring.SpotChecks;
import firsthour.time.Clock;
import firsthour.triage.Queue;
import firsthour.triage.QueueFilter;
import firsthour.triage.QueueRow;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a visitor of the demo is promised, right after it was loaded.
@MicronautTest(transactional = false)
@Property(name = LoadingClock.SETTING, value = "true")
class SampleBrandTest {
    private static final List<Integer> PROGRESS = new ArrayList<>();

    private final SampleBrand sample;
    private final Brands brands;
    private final Queue queue;
    private final WeeklyReports reports;
    private final JudgementFigures judgement;
    private final SpotChecks checks;
    private final Clock clock;
    private final Rows rows;

    SampleBrandTest(
            SampleBrand sample,
            Brands brands,
            Queue queue,
            WeeklyReports reports,
            JudgementFigures judgement,
            SpotChecks checks,
            Clock clock,
            Rows rows) {
        this.sample = sample;
        this.brands = brands;
        this.queue = queue;
        this.reports = reports;
        this.judgement = judgement;
        this.checks = checks;
        this.clock = clock;
        this.rows = rows;
    }

    @BeforeAll
    static void load(SampleBrand sample) {
        assertThat(sample.load("hash of a password", PROGRESS::add))
                .isInstanceOf(Loading.Loaded.class);
    }

    @Test
    void loadingTellsEachPercentOnce() {
        assertThat(PROGRESS).hasSize(101).isSorted().startsWith(0).endsWith(100);
    }

    @Test
    void theDeskHasTeamsFactsAndARuleThatWaitsToBeTried() {
        assertThat(rows.column("SELECT name FROM team ORDER BY name"))
                .containsExactly("Press desk", "Service desk");
        assertThat(rows.column("SELECT name FROM snippet ORDER BY name"))
                .containsExactly("Delivery", "Grinder spares", "Returns");
        assertThat(rows.column("SELECT state FROM routing_rule")).containsExactly("DRAFT");
    }

    @Test
    void somebodyWasWonBackPraiseWasThankedAndOneMayBeQuoted() {
        assertThat(
                        rows.column(
                                "SELECT DISTINCT p.external_id FROM recovery_sign s"
                                        + " JOIN mention m ON m.id = s.mention_id"
                                        + " JOIN post p ON p.id = m.post_id"
                                        + " WHERE s.kind = 'RATING_RAISED'"))
                .containsExactly("r027");
        assertThat(rows.column("SELECT kind FROM recovery_sign")).contains("THANKS");
        assertThat(rows.column("SELECT state FROM thanks")).contains("SENT");
        assertThat(rows.column("SELECT quote FROM testimonial WHERE state = 'GRANTED'"))
                .containsExactly("Four stars because he did not pretend that it had not happened.");
    }

    @Test
    void promisesWereKeptOneIsOwedAndRemediesWereGiven() {
        assertThat(rows.column("SELECT state FROM promise ORDER BY id"))
                .containsExactly("KEPT", "KEPT", "OPEN");
        assertThat(rows.column("SELECT SUM(amount) FROM remedy")).containsExactly("54.30");
    }

    @Test
    void aColleagueSentWordsBackAndARuleAsksForMoreSuchLooks() {
        assertThat(rows.column("SELECT CONCAT(state, ' ', words <> asked_words) FROM second_look"))
                .containsExactly("SENT_BACK 1");
        assertThat(rows.column("SELECT name FROM look_rule")).containsExactly("Grave complaints");
    }

    @Test
    void loadingAgainChangesNothing() {
        var before = rows.column("SELECT COUNT(*) FROM event_log");

        assertThat(sample.load("hash of a password", _ -> {}))
                .isEqualTo(new Loading.LoadedBefore());

        assertThat(rows.column("SELECT COUNT(*) FROM event_log")).isEqualTo(before);
    }

    @Test
    void theBrandIsMarkedAsSample() {
        assertThat(brands.list()).singleElement().matches(brand -> brand.sample());
    }

    @Test
    void theQueueHoldsCasesThatAreSoonDueAndCasesThatAreLate() {
        var now = clock.instant();
        var dues =
                queue.find(QueueFilter.all(0), Optional.empty()).rows().stream()
                        .flatMap(row -> row.due().stream())
                        .map(QueueRow.Due::at)
                        .toList();

        assertThat(dues)
                .anyMatch(due -> due.isAfter(now) && due.isBefore(now.plus(Duration.ofMinutes(20))))
                .anyMatch(due -> due.isBefore(now))
                .anyMatch(due -> due.isAfter(now.plus(Duration.ofHours(2))));
        assertThat(queue.findCounts(QueueFilter.all(0)).orElseThrow().unclaimed().number())
                .isPositive();
    }

    @Test
    void nothingOldLiesInTheQueue() {
        assertThat(
                        rows.column(
                                """
                                SELECT p.external_id FROM cases c
                                JOIN mention m ON m.id = c.mention_id
                                JOIN post p ON p.id = m.post_id
                                WHERE c.state = 'OPEN' AND c.answered_at IS NULL
                                  AND c.episode_started_at < UTC_TIMESTAMP() - INTERVAL 4 DAY
                                """))
                .isEmpty();
    }

    @Test
    void lastWeeksReportIsFullAndBelievable() {
        var figures = lastWeek().figures();

        assertThat(figures.mentions().total()).isGreaterThan(30);
        assertThat(figures.days()).hasSize(7).allMatch(day -> day.mentions().total() > 0);
        assertThat(figures.answered().of()).isGreaterThan(10);
        assertThat(figures.answered().percent().orElseThrow()).isBetween(60, 97);
        assertThat(figures.acknowledged().percent().orElseThrow()).isBetween(40, 95);
        assertThat(figures.dismissed()).isPositive();
        assertThat(lastWeek().before()).isNotNull();
        assertThat(lastWeek().worthReading()).isNotEmpty();
    }

    @Test
    void postsCameFromThreeNetworks() {
        assertThat(rows.column("SELECT DISTINCT network FROM post ORDER BY network"))
                .containsExactly("hackernews", "mastodon", "reviews");
    }

    @Test
    void historyIsThreeWeeksLong() {
        assertThat(rows.column("SELECT DATEDIFF(UTC_TIMESTAMP(), MIN(published_at)) FROM post"))
                .singleElement()
                .extracting(Integer::parseInt)
                .satisfies(days -> assertThat(days).isBetween(20, 22));
        assertThat(rows.column("SELECT COUNT(*) FROM mention WHERE verdict = 'HISTORY'"))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void anEditedPostKeepsItsFirstVersion() {
        assertThat(
                        rows.column(
                                """
                                SELECT CONCAT(r.rating, ' then ', p.rating)
                                FROM post p JOIN post_revision r ON r.post_id = p.id
                                WHERE p.external_id = 'r027'
                                """))
                .containsExactly("1 then 4");
    }

    @Test
    void aReviewOfStarsAloneOpenedACase() {
        assertThat(verdict("r056")).isEqualTo("FLAGGED");
    }

    @Test
    void foreignPostsAreUndetermined() {
        assertThat(
                        rows.column(
                                """
                                SELECT DISTINCT s.language FROM score s
                                WHERE s.polarity = 'UNDETERMINED' AND s.language IS NOT NULL
                                """))
                .contains("de", "fr", "es", "ja", "ar");
        assertThat(verdict("m034")).isEqualTo("UNKNOWN_LANGUAGE");
    }

    @Test
    void aReplyThatWasFoundOnTheNetworkMetTheClocks() {
        assertThat(clocks("m043")).containsExactly("ACKNOWLEDGEMENT MET", "ANSWER MET");
    }

    @Test
    void anAutomaticReplyMetNone() {
        assertThat(clocks("m018")).containsExactly("ACKNOWLEDGEMENT BREACHED", "ANSWER MET");
    }

    @Test
    void aCustomerWhoWritesThreeTimesHasOneCase() {
        assertThat(
                        rows.column(
                                """
                                SELECT COUNT(DISTINCT m.case_id) FROM mention m
                                JOIN post p ON p.id = m.post_id
                                WHERE p.external_id IN ('m018', 'm020', 'm021')
                                """))
                .containsExactly("1");
    }

    @Test
    void breachesWereRecordedWhenTheyHappened() {
        assertThat(
                        rows.column(
                                """
                                SELECT TIMESTAMPDIFF(SECOND, k.due_at, e.at)
                                FROM clock k JOIN event_log e ON e.case_id = k.case_id
                                  AND e.type = 'ClockBreached'
                                  AND JSON_VALUE(e.data, '$.clockId') = k.id
                                WHERE k.state = 'BREACHED'
                                """))
                .isNotEmpty()
                .allMatch(late -> Integer.parseInt(late) < 60);
    }

    @Test
    void theBirdIsNotTheBrand() {
        assertThat(
                        rows.column(
                                """
                                SELECT p.external_id FROM post p
                                LEFT JOIN mention m ON m.post_id = p.id
                                WHERE m.id IS NULL AND p.external_id IN ('m002', 'm017', 'm094')
                                """))
                .hasSize(3);
    }

    @Test
    void aCopyIsNoSecondMention() {
        assertThat(
                        rows.column(
                                """
                                SELECT p.copy_of IS NOT NULL AND m.id IS NULL FROM post p
                                LEFT JOIN mention m ON m.post_id = p.id
                                WHERE p.external_id = 'm032'
                                """))
                .containsExactly("1");
    }

    @Test
    void theJudgementWasCheckedByPeopleAndSomeIsLeftForAVisitor() {
        var quality = judgement.of(reports.listBrands().getFirst(), 12);

        assertThat(quality.enoughFlagged()).isTrue();
        assertThat(quality.recall()).isPresent();
        assertThat(checks.countWaiting(brands.list().getFirst().id())).isBetween(1, 8);
    }

    @Test
    void theDeliveryRoundThatFailedIsOneCauseOfSeveralVoices() {
        assertThat(
                        rows.column(
                                """
                                SELECT CONCAT(COUNT(DISTINCT c.author_handle), ' ', u.title)
                                FROM cause u JOIN cases c ON c.cause_id = u.id
                                WHERE u.facts IS NOT NULL GROUP BY u.id
                                """))
                .containsExactly("4 A delivery round that never left");
    }

    @Test
    void noAlertOfThePastWaits() {
        assertThat(rows.column("SELECT COUNT(*) FROM event_pending")).containsExactly("0");
    }

    private WeeklyReport lastWeek() {
        var brand = reports.listBrands().getFirst();
        return reports.of(brand.id(), reports.lastComplete(brand));
    }

    private String verdict(String post) {
        return rows.column(
                        """
                        SELECT m.verdict FROM mention m JOIN post p ON p.id = m.post_id
                        WHERE p.external_id = '%s'
                        """
                                .formatted(post))
                .getFirst();
    }

    private List<String> clocks(String post) {
        return rows.column(
                """
                SELECT CONCAT(k.kind, ' ', k.state) FROM clock k
                JOIN cases c ON c.id = k.case_id JOIN mention m ON m.id = c.mention_id
                JOIN post p ON p.id = m.post_id
                WHERE p.external_id = '%s' ORDER BY k.kind
                """
                        .formatted(post));
    }
}
