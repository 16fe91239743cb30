package firsthour.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.reporting.DeskFigures;
import firsthour.reporting.Figure;
import firsthour.reporting.IsoWeek;
import firsthour.reporting.Listed;
import firsthour.reporting.Slice;
import firsthour.reporting.WeeklyReports;
import firsthour.response.Merging;
import firsthour.response.Remedies;
import firsthour.response.Remedy;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.response.SecondLookRequests;
import firsthour.response.SecondLookWatch;
import firsthour.response.SecondLooks;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import firsthour.triage.Waiting;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the weekly report tells of the desk, with what stands behind each number.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class DeskSectionTest {
    private static final IsoWeek WEEK = week("2026-W47");
    private static final IsoWeek BEFORE = week("2026-W46");

    private final WeeklyReports reports;
    private final Cases cases;
    private final Replies replies;
    private final Waiting waiting;
    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final SecondLookWatch watch;
    private final Remedies remedies;
    private final Merging merging;
    private final TestPeople people;
    private final Stage stage;
    private final ControlledTime time;
    private int customers;

    DeskSectionTest(
            WeeklyReports reports,
            Cases cases,
            Replies replies,
            Waiting waiting,
            SecondLookRequests requests,
            SecondLooks looks,
            SecondLookWatch watch,
            Remedies remedies,
            Merging merging,
            TestPeople people,
            Stage stage,
            ControlledTime time) {
        this.reports = reports;
        this.cases = cases;
        this.replies = replies;
        this.waiting = waiting;
        this.requests = requests;
        this.looks = looks;
        this.watch = watch;
        this.remedies = remedies;
        this.merging = merging;
        this.people = people;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void mondayAtNoon() {
        stage.reset();
    }

    @Test
    void exposureIsTheAudienceTimesTheMinutesWithoutAnAnswer() {
        long answered = complaint("ann", time.now(), 1000, 2);
        complaint("bert", time.now(), 10, 0);
        long unread = complaint("carl", time.now(), 0, 0);
        long dismissed = complaint("dora", time.now(), 5000, 0);
        cases.dismiss(dismissed, stage.version(dismissed), Stage.ANNA, DismissalReason.SPAM, "");
        time.pass(Duration.ofMinutes(30));
        answer(answered);
        answer(unread);
        time.pass(Duration.ofMinutes(30));

        // (1000 + 2 × 100) × 30 min and, unanswered until now, 10 × 60 min
        assertThat(desk(WEEK).exposure()).isEqualTo(36_000 + 600);
        assertThat(desk(WEEK).exposed()).isEqualTo(2);
        assertThat(reports.list(Stage.BRAND, WEEK, Figure.EXPOSED, Slice.ALL, 0).rows())
                .as("what was read most first")
                .extracting(Listed::author)
                .containsExactly("ann", "bert");
        // What nobody answers is read until the week ends, 9,280 minutes after noon on Monday.
        assertThat(page())
                .contains(
                        ">128,800</a>",
                        "last week –",
                        "each repost, of posts that are kept: 2 cases");
    }

    @Test
    void ofAnAnswerThatTookOverTheWeekendEachWeekCountsItsOwnMinutes() {
        // Half an hour before the week begins in Berlin.
        var sunday = Instant.parse("2026-11-15T22:30:00Z");
        time.set(sunday);
        long id = complaint("ann", sunday, 100, 0);
        time.pass(Duration.ofMinutes(90));
        answer(id);
        time.pass(Duration.ofHours(1));
        assertThat(desk(BEFORE).exposure()).isEqualTo(100 * 30);
        assertThat(desk(WEEK).exposure()).isEqualTo(100 * 60);
        assertThat(page()).contains("last week 3,000");
    }

    @Test
    void whoIsWaitedForIsReadOn() {
        long id = complaint("ann", time.now(), 100, 0);
        replies.acknowledge(id, stage.version(id), Stage.ANNA, words());
        waiting.begin(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofMinutes(10));
        assertThat(desk(WEEK).exposure()).isEqualTo(1_000);
    }

    @Test
    void aCaseThatWasReopenedIsOneCase() {
        long id = complaint("ann", time.now(), 100, 0);
        time.pass(Duration.ofMinutes(10));
        answer(id);
        cases.resolve(id, stage.version(id), Stage.ANNA);
        time.pass(Duration.ofMinutes(10));
        cases.reopen(id, stage.version(id), Stage.ANNA);
        complaint("bert", time.now(), 150, 0);
        time.pass(Duration.ofMinutes(10));

        assertThat(desk(WEEK).exposure()).isEqualTo(100 * 20 + 150 * 10);
        assertThat(desk(WEEK).exposed()).isEqualTo(2);
        assertThat(reports.list(Stage.BRAND, WEEK, Figure.EXPOSED, Slice.ALL, 0).rows())
                .as("by what both its parts come to")
                .extracting(Listed::author, Listed::metAt)
                .containsExactly(tuple("ann", null), tuple("bert", null));
    }

    @Test
    void whatIsPartOfAnotherCaseHasNoSecondLookOfItsOwn() {
        long stays = claimed();
        long goes = asked();
        merging.merge(
                new Pair(
                        stays,
                        stage.version(stays),
                        goes,
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                Stage.ANNA);
        time.pass(Duration.ofMinutes(1));

        behind(Figure.LOOKS_ASKED);
        assertThat(desk(WEEK).looks().asked()).isZero();
        merging.splitBack(stays, stage.version(stays), goes, Stage.ANNA);
        behind(Figure.LOOKS_ASKED, goes);
    }

    @Test
    void secondLooksAreCountedByWhatBecameOfThem() {
        long approved = asked();
        approve(approved, "It comes.");
        long edited = asked();
        approve(edited, "It comes today.");
        long sentBack = asked();
        looks.sendBack(
                sentBack, stage.version(sentBack), look(sentBack), Stage.BEN, "It comes.", "Why?");
        long withdrawn = asked();
        looks.withdraw(withdrawn, stage.version(withdrawn), look(withdrawn), Stage.ANNA);
        long lapsed = asked();
        time.pass(Duration.ofMinutes(16));
        watch.sweep();
        // What people wrote is forgotten one day; what became of it is not.
        stage.execute("UPDATE second_look SET words = '', asked_words = ''");

        assertThat(desk(WEEK).looks()).isEqualTo(new DeskFigures.Looks(5, 1, 1, 1, 1));
        assertThat(desk(BEFORE).looks()).isEqualTo(new DeskFigures.Looks(0, 0, 0, 0, 0));
        behind(Figure.LOOKS_ASKED, approved, edited, sentBack, withdrawn, lapsed);
        behind(Figure.LOOKS_APPROVED, approved);
        behind(Figure.LOOKS_EDITED, edited);
        behind(Figure.LOOKS_SENT_BACK, sentBack);
        behind(Figure.LOOKS_LAPSED, lapsed);
        assertThat(page()).contains("5 second looks", "figure=looks-lapsed\">1</a>");
    }

    @Test
    void aPauseIsLateWhereTheCustomerHadWrittenSinceOurLastWord() {
        long late = claimed();
        answer(late);
        time.pass(Duration.ofMinutes(5));
        writes(late);
        time.pass(Duration.ofMinutes(5));
        pause(late);
        long inTime = claimed();
        answer(inTime);
        pause(inTime);
        time.pass(Duration.ofMinutes(5));
        writes(inTime);
        long replied = claimed();
        answer(replied);
        time.pass(Duration.ofMinutes(5));
        writes(replied);
        time.pass(Duration.ofMinutes(5));
        answer(replied);
        pause(replied);
        long followedUp = claimed();
        answer(followedUp);
        time.pass(Duration.ofMinutes(5));
        writes(followedUp);
        time.pass(Duration.ofMinutes(5));
        replies.followUp(followedUp, stage.version(followedUp), Stage.ANNA, words());
        pause(followedUp);
        time.pass(Duration.ofMinutes(1));

        assertThat(desk(WEEK).latePauses()).isEqualTo(2);
        behind(Figure.LATE_PAUSES, late, followedUp);
        assertThat(page()).contains("2 pauses</a> set after the customer had already replied");
    }

    @Test
    void remediesAreSummedUpByCurrencyKindAndRule() {
        long one = claimed();
        give(one, Remedy.Kind.REFUND, "12.50", "EUR", "Late parcels");
        give(one, Remedy.Kind.DISCOUNT, "5", "GBP", "Late parcels");
        long other = claimed();
        give(other, Remedy.Kind.REFUND, "7.50", "EUR", "Broken <cups>");
        give(other, Remedy.Kind.REPLACEMENT, "", "", "Broken <cups>");
        give(other, Remedy.Kind.OTHER, "", "", "Broken <cups>");
        time.pass(Duration.ofMinutes(1));

        var given = desk(WEEK).remedies();
        assertThat(given.given()).isEqualTo(5);
        assertThat(given.worth())
                .containsExactly(
                        new DeskFigures.Sum("EUR", new BigDecimal("20.00")),
                        new DeskFigures.Sum("GBP", new BigDecimal("5.00")));
        assertThat(given.kinds())
                .containsExactly(
                        new DeskFigures.Kind(Figure.REFUNDS, 2),
                        new DeskFigures.Kind(Figure.DISCOUNTS, 1),
                        new DeskFigures.Kind(Figure.REPLACEMENTS, 1),
                        new DeskFigures.Kind(Figure.OTHER_REMEDIES, 1));
        assertThat(given.rules())
                .containsExactly(
                        new DeskFigures.Rule("Broken <cups>", 3),
                        new DeskFigures.Rule("Late parcels", 2));
        behind(Figure.REMEDIES, one, one, other, other, other);
        behind(Figure.REFUNDS, one, other);
        assertThat(
                        reports.list(
                                        Stage.BRAND,
                                        WEEK,
                                        Figure.REMEDIES,
                                        Slice.ALL.because("Late parcels"),
                                        0)
                                .rows())
                .extracting(Listed::caseId)
                .containsExactly(one, one);
        assertThat(desk(BEFORE).remedies().given()).isZero();
        assertThat(page())
                .contains(
                        "5 remedies",
                        "20.00 EUR in all",
                        "5.00 GBP in all",
                        "by the rule “<bdi>Broken &lt;cups&gt;</bdi>”",
                        "cases that were closed")
                .as("of handovers, of which there were none, nothing more is said")
                .doesNotContain("one at most");
        assertThat(get("/report/list?brand=1&week=2026-W47&figure=remedies&reason=Late%20parcels"))
                .contains("Remedies: 2", "by the rule “Late parcels”");
    }

    private void behind(Figure figure, Long... ids) {
        assertThat(reports.list(Stage.BRAND, WEEK, figure, Slice.ALL, 0).rows())
                .extracting(Listed::caseId)
                .containsExactlyInAnyOrder(ids);
    }

    private DeskFigures desk(IsoWeek week) {
        return reports.of(Stage.BRAND, week).desk();
    }

    /// As it is read later. A browser goes by the time of today.
    private String page() {
        return get("/report?brand=1&week=2026-W47");
    }

    private String get(String path) {
        time.set(InstantSource.system().instant());
        return people.signedIn(Role.VIEWER).get(path).body();
    }

    private long complaint(String author, Instant published, long followers, int reposts) {
        var mention =
                stage.post("post of " + author)
                        .author(author)
                        .published(published)
                        .followers(followers)
                        .mention();
        stage.execute(
                "UPDATE post SET reposts = %d WHERE author_handle = '%s'"
                        .formatted(reposts, author));
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.triage();
        long id = stage.caseOf(mention);
        cases.claim(id, stage.version(id), Stage.ANNA);
        return id;
    }

    private long claimed() {
        return complaint("customer" + customers++, time.now(), 0, 0);
    }

    private long asked() {
        long id = claimed();
        requests.ask(id, stage.version(id), Stage.ANNA, ReplyKind.ANSWER, "It comes.", Map.of(), 0);
        return id;
    }

    private long look(long id) {
        return looks.findByCase(id).getFirst().id();
    }

    private void approve(long id, String text) {
        looks.approve(id, stage.version(id), look(id), Stage.BEN, text, Map.of());
    }

    private void answer(long id) {
        replies.answer(id, stage.version(id), Stage.ANNA, words());
    }

    private ReplyDraft words() {
        return new ReplyDraft("It comes.", "", time.now());
    }

    private void pause(long id) {
        waiting.begin(id, stage.version(id), Stage.ANNA);
    }

    private void writes(long id) {
        var author = stage.one("SELECT author_handle FROM cases WHERE id = " + id);
        var mention = stage.post("more of " + author).author(author).mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        stage.triage();
    }

    private void give(long id, Remedy.Kind kind, String amount, String currency, String rule) {
        remedies.give(id, Stage.ANNA, kind, amount, currency, rule);
    }

    private static IsoWeek week(String text) {
        if (IsoWeek.read(text) instanceof IsoWeek.Read(IsoWeek week)) {
            return week;
        }
        throw new AssertionError(text);
    }
}
