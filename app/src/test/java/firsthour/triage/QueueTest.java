package firsthour.triage;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.ClockKind;
import firsthour.time.ControlledTime;
import firsthour.triage.QueueFilter.Whose;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class QueueTest {
    private final Queue queue;
    private final Boards boards;
    private final BoardRows board;
    private final CaseViews views;
    private final Cases cases;
    private final Stage stage;
    private final ControlledTime time;

    QueueTest(
            Queue queue,
            Boards boards,
            BoardRows board,
            CaseViews views,
            Cases cases,
            Stage stage,
            ControlledTime time) {
        this.queue = queue;
        this.boards = boards;
        this.board = board;
        this.views = views;
        this.cases = cases;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void isOrderedByPriorityThenByWhatIsDueFirstAndLastWhatOwesNothing() {
        open("low", 10, 30);
        open("high, later", 80, 60);
        open("high, nothing owed", 80, null);
        open("high, sooner", 80, 20);
        open("high, late", 80, -90);
        assertThat(shown(all()))
                .containsExactly(
                        "high, late", "high, sooner", "high, later", "high, nothing owed", "low");
    }

    @Test
    void filtersByAssignee() {
        var mine = open("mine", 50, 60);
        var his = open("his", 50, 60);
        open("nobody's", 50, 60);
        stage.execute("UPDATE cases SET assignee_id = 11 WHERE id = " + mine);
        stage.execute("UPDATE cases SET assignee_id = 12 WHERE id = " + his);
        assertThat(shown(with(Whose.MINE, false))).containsExactly("mine");
        assertThat(shown(with(Whose.UNCLAIMED, false))).containsExactly("nobody's");
        assertThat(shown(with(Whose.ALL, false))).hasSize(3);
        assertThat(queue.findCounts(all())).contains(counts(3, 1, 1, 0));
    }

    @Test
    void soonIsTheLastFifthAndWhatIsPast() {
        open("in time", 50, 13);
        open("soon", 50, 12);
        open("late", 50, -5);
        open("owes nothing", 50, null);
        assertThat(shown(with(Whose.ALL, true))).containsExactly("late", "soon");
        assertThat(queue.findCounts(all()).orElseThrow().soon()).isEqualTo(count(2));
    }

    @Test
    void filtersByBrandKindAndWords() {
        open("Kestrel burnt it", 50, 60);
        var other = open("Harrier 100% cold_brew", 50, 60);
        stage.execute("UPDATE cases SET brand_id = 2, kind = 'INQUIRY' WHERE id = " + other);
        assertThat(shown(filter(Optional.of(2L), Optional.empty(), "")))
                .containsExactly("Harrier 100% cold_brew");
        assertThat(shown(filter(Optional.empty(), Optional.of(CaseKind.COMPLAINT), "")))
                .containsExactly("Kestrel burnt it");
        assertThat(shown(words("BURNT"))).containsExactly("Kestrel burnt it");
        assertThat(shown(words("100% cold_"))).containsExactly("Harrier 100% cold_brew");
        assertThat(shown(words("%"))).hasSize(1);
        assertThat(shown(words("#" + other))).containsExactly("Harrier 100% cold_brew");
        assertThat(shown(words("nowhere"))).isEmpty();
        assertThat(shown(words("  "))).hasSize(2);
    }

    @Test
    void findsAnAuthorHoweverTheNameIsTyped() {
        caseOf(stage.post("1").author("AnnArbor").text("Late.").mention(), 50, 60);
        assertThat(shown(words("annar"))).containsExactly("Late.");
    }

    @Test
    void findsWordsFromTheirBeginningByTheIndexAsByReadingThePosts() {
        open("That (Größe) is burnt-out", 50, 60);
        open("sunburnt café", 50, 60);
        open("我的包裹不见了", 50, 60);
        for (var searched : List.of("burnt", "gRÖß", "CAFÉ", "that", "burnt-out", "that (gr")) {
            assertThat(found(words(searched), true)).as(searched).hasSize(1);
            assertThat(found(words(searched), true)).isEqualTo(found(words(searched), false));
        }
        assertThat(shown(words("urnt"))).isEmpty();
        assertThat(shown(words("包裹"))).hasSize(1);
    }

    @Test
    void aCaseThatWasMergedIsFoundAsTheOneIntoWhichItWas() {
        var survivor = open("Late again", 50, 60);
        var merged =
                caseOf(
                        stage.post("2").author("AnnArbor").text("The burnt 我的 cup").mention(),
                        50,
                        60);
        open("Another one", 50, 60);
        stage.execute(
                "UPDATE cases SET state = 'MERGED', merged_into_id = %d WHERE id = %d"
                        .formatted(survivor, merged));
        for (var searched : List.of("#" + merged, "burnt", "annar", "late", "#" + survivor)) {
            assertThat(found(words(searched), true))
                    .as(searched)
                    .extracting(QueueCursor::id)
                    .containsExactly(survivor);
            assertThat(found(words(searched), false)).isEqualTo(found(words(searched), true));
        }
        assertThat(shown(words("我的"))).containsExactly("Late again");
    }

    @Test
    void aRareWordANumberAndAnAuthorAreFoundWithoutReadingTheWholeQueue() {
        stage.openCases(2000);
        var id = open("The handle of post 7 broke", 50, 60);
        stage.execute("UPDATE cases SET author_handle = 'AnnArbor' WHERE id = " + id);
        for (var searched : List.of("handle", "post handle", "#" + id, "annar")) {
            var filter = words(searched);
            assertThat(stage.rowsRead(() -> queue.find(filter, Optional.empty())))
                    .as(searched)
                    .isLessThan(200);
        }
        assertThat(shown(words("handle"))).hasSize(1);
        assertThat(shown(words("#" + id))).hasSize(1);
    }

    @Test
    void givesUpTheIndexOfAWordThatStandsEverywhereAndReadsFromTheTop() {
        stage.openCases(30_000);
        stage.inTransaction(() ->
                assertThat(
                                queue.findPlaces(
                                        QueueSql.pageByWords(
                                                words("post"),
                                                Optional.empty(),
                                                time.now(),
                                                51,
                                                Duration.ofMillis(1))))
                        .isEmpty());
        assertThat(queue.find(words("post"), Optional.empty()).rows()).hasSize(Queue.PAGE);
    }

    @Test
    void countsNoPostsOfAnAuthorWhoIsOnlyAName() {
        stage.post("1").network("file").author("A customer").mention();
        caseOf(stage.post("2").network("file").author("A customer").mention(), 50, 60);
        var row = queue.find(all(), Optional.empty()).rows().getFirst();
        assertThat(row.authorPosts()).isZero();
        assertThat(views.find(row.id()).orElseThrow().row().authorPosts()).isZero();
    }

    @Test
    void closedCasesStandInAListOfTheirOwnTheNewestFirst() {
        open("open", 50, 60);
        close(open("closed first", 90, null), "10:00");
        close(open("closed last", 10, null), "11:00");
        assertThat(shown(closed())).containsExactly("closed last", "closed first");
        assertThat(shown(all())).containsExactly("open");
    }

    @Test
    void aRowCarriesAllThatItShows() {
        stage.post("earlier").author("ann").published(time.now().minusSeconds(90)).mention();
        var mention =
                stage.post("1")
                        .author("ann")
                        .rating(1)
                        .followers(410)
                        .text("Third time I ask. ".repeat(40))
                        .mention();
        var id = caseOf(mention, 74, 60);
        cases.claim(id, 0, ANNA);

        var row = queue.find(all(), Optional.empty()).rows().getFirst();

        assertThat(row.excerpt()).startsWith("Third time I ask.").hasSize(280);
        assertThat(row.brandName()).isEqualTo("Kestrel Coffee");
        assertThat(row.network()).isEqualTo("mastodon");
        assertThat(row.authorHandle()).contains("ann");
        assertThat(row.rating()).contains(1);
        assertThat(row.followers()).contains(410L);
        assertThat(row.authorPosts()).isEqualTo(2);
        assertThat(row.assignee()).contains(new QueueRow.Assignee(11, "Anna"));
        assertThat(row.priority().points()).isEqualTo(74);
        assertThat(row.version()).isEqualTo(1);
        var due = row.due().orElseThrow();
        assertThat(due.kind()).isEqualTo(ClockKind.ACKNOWLEDGEMENT);
        assertThat(due.left(time.now())).isEqualTo(Duration.ofMinutes(60));
        assertThat(due.isSoon(time.now())).isFalse();
        assertThat(due.isLate(due.at().plusMillis(1))).isTrue();
    }

    @Test
    void countsStopAtAThousand() {
        assertThat(new Queue.Count(1000, true).inWords()).isEqualTo("1,000+");
        assertThat(new Queue.Count(1000, false).inWords()).isEqualTo("1,000");
        stage.openCases(1001);
        assertThat(queue.findCounts(all()).orElseThrow().all())
                .isEqualTo(new Queue.Count(1000, true));
    }

    @Test
    void nothingIsCountedWhileWordsAreSearchedFor() {
        open("Kestrel burnt it", 50, 60);
        assertThat(queue.findCounts(words("burnt"))).isEmpty();
        assertThat(queue.countSince(words("burnt"), time.now().minusSeconds(1)))
                .isEqualTo(count(1));
        assertThat(queue.countSince(words("burnt"), time.now())).isEqualTo(count(0));
    }

    @Test
    void countsAreOfTheBrandAndKindThatAreChosen() {
        open("complaint", 50, 60);
        var look = open("look", 50, 1);
        stage.execute("UPDATE cases SET kind = 'LOOK', brand_id = 2 WHERE id = " + look);
        assertThat(queue.findCounts(filter(Optional.empty(), Optional.of(CaseKind.LOOK), "")))
                .contains(counts(1, 0, 1, 1));
        assertThat(queue.findCounts(filter(Optional.of(1L), Optional.empty(), "")))
                .contains(counts(1, 0, 1, 0));
    }

    @Test
    void aRareKindIsFoundWithoutReadingTheWholeQueue() {
        stage.openCases(2000);
        stage.execute("UPDATE cases SET kind = 'LOOK' ORDER BY id LIMIT 3");
        var looks = filter(Optional.empty(), Optional.of(CaseKind.LOOK), "");

        assertThat(stage.rowsRead(() -> queue.find(looks, Optional.empty()))).isLessThan(100);
        assertThat(stage.rowsRead(() -> queue.findCounts(looks))).isLessThan(100);
    }

    @Test
    void whatIsNewIsFoundWithoutReadingTheWholeQueue() {
        stage.openCases(2000);
        assertThat(stage.rowsRead(() -> queue.countSince(all(), time.now()))).isLessThan(100);
    }

    @Test
    void whatSomebodyOwesFirstIsFoundWithoutReadingAllThatTheyHave() {
        stage.openCases(2000);
        stage.execute("UPDATE cases SET assignee_id = 11");
        var late = open("late", 50, -5);
        stage.execute("UPDATE cases SET assignee_id = 11 WHERE id = " + late);
        stage.column("ANALYZE TABLE cases");
        assertThat(boards.get(Stage.MIRA.memberId()).people().getFirst().first())
                .hasSize(Boards.MOST_OF_ONE)
                .first()
                .extracting(QueueRow::id)
                .isEqualTo(late);
        assertThat(stage.rowsRead(() -> board.findFirst(11, Boards.MOST_OF_ONE))).isLessThan(50);
    }

    @Test
    void aMangledAddressShowsTheFirstPage() {
        open("only", 50, 60);
        assertThat(queue.find(all(), Optional.of("'; DROP TABLE cases")).rows()).hasSize(1);
    }

    @Test
    void theViewOfACaseHoldsItsPostsWithTheirJudgementAndItsClocks() {
        var id = stage.complaint("ann");
        var first = Long.parseLong(stage.one("SELECT mention_id FROM cases"));
        stage.execute(
                "UPDATE score SET phrases ="
                        + " '[{\"start\":10,\"end\":14,\"weight\":-0.4}]', complaint = 0.7");
        stage.execute("UPDATE post SET revision = 2, edited_at = '2026-11-16 12:30', title = 'Hm'");
        stage.execute(
                """
                INSERT INTO correction (mention_id, member_id, polarity, corrected_at)
                VALUES (%d, 12, 'NEUTRAL', '2026-11-16 12:40')
                """
                        .formatted(first));

        var view = views.find(id).orElseThrow();

        assertThat(view.currentClocks()).hasSize(2);
        var mention = view.mentions().getFirst();
        assertThat(mention.text()).isEqualTo("Hm\n\nThey were late again.");
        assertThat(mention.revision()).isEqualTo(2);
        assertThat(mention.verdict()).contains(Verdict.FLAGGED);
        assertThat(mention.score().orElseThrow().phrases())
                .containsExactly(new CaseView.PhraseView(10, 14, -0.4));
        assertThat(mention.correction().orElseThrow().inWords())
                .isEqualTo("Ben corrected the judgement to neutral.");
        assertThat(views.find(404)).isEmpty();
    }

    /// The places of cases with words, by their index or by reading the posts.
    private List<QueueCursor> found(QueueFilter filter, boolean byWords) {
        var found = new ArrayList<QueueCursor>();
        stage.inTransaction(() ->
                found.addAll(
                        queue.findPlaces(
                                        byWords
                                                ? QueueSql.pageByWords(
                                                        filter,
                                                        Optional.empty(),
                                                        time.now(),
                                                        51,
                                                        Duration.ofMinutes(1))
                                                : QueueSql.page(
                                                        filter, Optional.empty(), time.now(), 51))
                                .orElseThrow()));
        return found;
    }

    private long open(String text, int priority, @Nullable Integer minutesLeft) {
        return caseOf(stage.post(text).author(text).text(text).mention(), priority, minutesLeft);
    }

    /// An open case with an hour for the acknowledgement, of which so many minutes are left.
    private long caseOf(long mention, int priority, @Nullable Integer minutesLeft) {
        var due = minutesLeft == null ? null : time.now().plus(Duration.ofMinutes(minutesLeft));
        return stage.insert(
                """
                INSERT INTO cases (brand_id, kind, state, mention_id, network, author_handle,
                  priority, priority_reasons, episode_started_at, opened_at, due_at, due_kind,
                  soon_at)
                SELECT 1, 'COMPLAINT', 'OPEN', m.id, p.network, p.author_handle, ?, '[]',
                  m.detected_at, m.detected_at, ?, ?, ?
                FROM mention m JOIN post p ON p.id = m.post_id WHERE m.id = ?
                """,
                priority,
                due,
                due == null ? null : "ACKNOWLEDGEMENT",
                due == null ? null : due.minus(Duration.ofMinutes(12)),
                mention);
    }

    private void close(long id, String at) {
        stage.execute(
                "UPDATE cases SET state = 'RESOLVED', closed_at = '2026-11-16 %s' WHERE id = %d"
                        .formatted(at, id));
    }

    private List<String> shown(QueueFilter filter) {
        return queue.find(filter, Optional.empty()).rows().stream().map(QueueRow::excerpt).toList();
    }

    private static QueueFilter all() {
        return QueueFilter.all(ANNA.memberId());
    }

    private static QueueFilter closed() {
        return new QueueFilter(
                Optional.empty(),
                Whose.ALL,
                ANNA.memberId(),
                false,
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static QueueFilter with(Whose whose, boolean soon) {
        return all().narrowed(whose, soon);
    }

    private static QueueFilter words(String words) {
        return filter(Optional.empty(), Optional.empty(), words);
    }

    private static QueueFilter filter(Optional<Long> brand, Optional<CaseKind> kind, String words) {
        return new QueueFilter(
                brand, Whose.ALL, ANNA.memberId(), false, kind, Optional.of(words), false);
    }

    private static Queue.Counts counts(int all, int mine, int unclaimed, int soon) {
        return new Queue.Counts(
                count(all), count(mine), count(0), count(unclaimed), count(0), count(soon));
    }

    private static Queue.Count count(int number) {
        return new Queue.Count(number, false);
    }
}
