package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.mention.Watch;
import firsthour.reporting.IsoWeek;
import firsthour.reporting.WeeklyReports;
import firsthour.team.Role;
import firsthour.time.ControlledTime;
import firsthour.triage.Queue;
import firsthour.triage.QueueFilter;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a program reads, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class ApiReadTest {
    private final Stage stage;
    private final Programs programs;
    private final ControlledTime time;
    private Program vera;

    ApiReadTest(Stage stage, Programs programs, ControlledTime time) {
        this.stage = stage;
        this.programs = programs;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
        programs.of(Role.ADMIN);
        vera = programs.of(Stage.VERA);
    }

    @Test
    void aProgramAsksWhatABrandPromisesAndWhenAWordWouldBeDue() {
        var promised = vera.get("/brands/1/policies").body();
        assertThat(promised.path("revision").asInt()).isZero();
        assertThat(promised.at("/policies/0/name").asText()).isEqualTo("Everything");
        assertThat(promised.at("/policies/0/targets/0/withinSeconds").asLong()).isEqualTo(3600);
        assertThat(promised.at("/policies/0/targets/0/businessHours").asBoolean()).isFalse();

        var due = vera.get("/brands/1/due?at=2026-11-20T16:30:00%2B01:00").body();
        assertThat(due.path("policy").asText()).isEqualTo("Everything");
        assertThat(due.at("/due/0/kind").asText()).isEqualTo("ACKNOWLEDGEMENT");
        assertThat(due.at("/due/0/dueAt").asText()).isEqualTo("2026-11-20T16:30:00Z");
        assertThat(due.at("/due/0/receipt").asText()).isEqualTo("due Fri 16:30: 1 h after 15:30");
    }

    @ParameterizedTest
    @CsvSource({
        "'', at",
        "?at=tomorrow, at",
        "?at=2026-11-20T16:30:00, at",
        "?at=9999-11-20T16:30:00Z, at",
        "?at=2026-11-20T16:30:00Z&severity=101, severity",
        "?at=2026-11-20T16:30:00Z&source=987654, source",
    })
    void whatCannotBeAskedNamesItsField(String query, String field) {
        var refused = vera.get("/brands/1/due" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrong()).isEqualTo(field);
    }

    @Test
    void brandsComeWithWhatIsTrackedForThem() {
        var brands = vera.get("/brands").body();
        assertThat(brands.path("items")).hasSize(2);
        assertThat(brands.path("next").isNull()).isTrue();
        var kestrel = vera.get("/brands/1").body();
        assertThat(kestrel).isEqualTo(brands.path("items").path(0));
        assertThat(kestrel.path("name").asText()).isEqualTo("Kestrel Coffee");
        assertThat(kestrel.path("ownAccounts")).hasSize(2);
        assertThat(kestrel.path("queries").isArray()).isTrue();

        var first = vera.get("/brands?limit=1").body();
        assertThat(first.path("items")).hasSize(1);
        var second = vera.get("/brands?limit=1&after=" + first.path("next").asText()).body();
        assertThat(second.path("items").path(0).path("id").asLong()).isEqualTo(Stage.OTHER_BRAND);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void noSettingOfASourceIsTold() {
        stage.execute("UPDATE source SET settings = '{\"token\":\"hunter2\"}'");
        var sources = vera.get("/sources");
        assertThat(sources.body().path("items")).hasSize(2);
        var source = vera.get("/sources/1");
        assertThat(source.body().path("network").asText()).isEqualTo("mastodon");
        assertThat(source.body().path("week")).hasSize(7);
        assertThat(sources.response().body() + source.response().body()).doesNotContain("hunter2");
    }

    @Test
    void mentionsAreReadPageByPageEachOnce() {
        stage.posts(120);
        var seen = new ArrayList<Long>();
        var after = Optional.<String>empty();
        int pages = 0;
        do {
            var page = vera.get("/mentions" + after.map(place -> "?after=" + place).orElse(""));
            page.body().path("items").forEach(item -> seen.add(item.path("id").asLong()));
            after =
                    Optional.of(page.body().path("next"))
                            .filter(n -> !n.isNull())
                            .map(n -> n.asText());
            pages++;
        } while (after.isPresent() && pages < 4);
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void mentionsAreFilteredByBrandVerdictAndJudgement() {
        stage.complaint("ann");
        var elsewhere = stage.post("elsewhere").author("cy").mention(Stage.OTHER_BRAND);
        stage.score(elsewhere, "POSITIVE", .1, .9, null);

        assertThat(ids("/mentions")).hasSize(2);
        assertThat(ids("/mentions?brand=2")).containsExactly(elsewhere);
        assertThat(ids("/mentions?verdict=FLAGGED")).hasSize(1).doesNotContain(elsewhere);
        assertThat(ids("/mentions?polarity=POSITIVE")).containsExactly(elsewhere);
        assertThat(ids("/mentions?brand=2&polarity=NEGATIVE")).isEmpty();
        stage.insert(
                """
                INSERT INTO correction (mention_id, member_id, polarity, corrected_at)
                VALUES (?, 11, 'NEGATIVE', ?)
                """,
                elsewhere,
                time.now());
        assertThat(ids("/mentions?brand=2&polarity=NEGATIVE")).containsExactly(elsewhere);
        var one = vera.get("/mentions/" + elsewhere).body();
        assertThat(one.path("judgement").path("polarity").asText()).isEqualTo("POSITIVE");
        assertThat(one.path("correction").path("by").asText()).isEqualTo("Anna");
        assertThat(one.path("caseId").isNull()).isTrue();
    }

    @Test
    void ofAPostThatIsGoneNeitherTextNorAuthorIsTold(Watch watch) {
        var caseId = stage.complaint("ann");
        var mention = stage.one("SELECT mention_id FROM cases WHERE id = " + caseId);
        assertThat(vera.get("/mentions/" + mention).body().path("author").path("handle").asText())
                .isEqualTo("ann");
        var post = Long.parseLong(stage.one("SELECT post_id FROM mention WHERE id = " + mention));
        stage.inTransaction(() -> watch.bury(List.of(post)));

        for (var path :
                List.of("/mentions", "/mentions/" + mention, "/cases", "/cases/" + caseId)) {
            var told = vera.get(path);
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.response().body())
                    .contains("\"deleted\":true")
                    .doesNotContain("late again")
                    .doesNotContain("\"ann\"");
        }
    }

    @Test
    void casesComeInTheOrderOfTheQueue(Queue queue) {
        var all = IntStream.range(0, 5).mapToObj(i -> stage.complaint("author" + i)).toList();
        stage.execute("UPDATE cases SET priority = 90 WHERE id = " + all.get(3));
        var expected =
                queue.find(QueueFilter.all(Stage.VERA.memberId()), Optional.empty()).rows().stream()
                        .map(row -> row.id())
                        .toList();
        assertThat(expected).startsWith(all.get(3));

        var seen = new ArrayList<Long>();
        var path = "/cases?limit=2";
        for (int page = 0; page < 3; page++) {
            var read = vera.get(path).body();
            read.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            path = "/cases?limit=2&after=" + read.path("next").asText();
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(ids("/cases?brand=2")).isEmpty();
        assertThat(ids("/cases?state=CLOSED")).isEmpty();
        assertThat(ids("/cases?whose=UNCLAIMED")).hasSize(5);
        assertThat(ids("/cases?whose=MINE")).isEmpty();
        assertThat(ids("/cases?text=author2")).containsExactly(all.get(2));
    }

    @Test
    void aCaseTellsItsPostsItsClocksAndWhatWasSaid() {
        var caseId = stage.complaint("ann");
        var told = vera.get("/cases/" + caseId).body();
        assertThat(told.path("row").path("version").asLong()).isEqualTo(stage.version(caseId));
        assertThat(told.path("row").path("due").path("kind").asText()).isEqualTo("ACKNOWLEDGEMENT");
        assertThat(told.path("row").path("due").path("at").asText())
                .isEqualTo(time.now().plus(Duration.ofHours(1)).toString());
        assertThat(told.path("mentions")).hasSize(1);
        assertThat(told.path("mentions").path(0).path("text").asText())
                .isEqualTo("They were late again.");
        assertThat(told.path("clocks").findValuesAsText("kind"))
                .contains("ACKNOWLEDGEMENT", "ANSWER");
        assertThat(told.path("replies")).isEmpty();
        assertThat(told.path("postsTo").isNull()).isTrue();
    }

    @Test
    void theReportTellsTheFiguresOfItsPage(WeeklyReports reports) {
        stage.complaint("ann");
        stage.complaint("ben");
        time.pass(Duration.ofHours(2));
        var told = vera.get("/brands/1/report?week=2026-W47").body();
        var report = reports.of(1, new IsoWeek(2026, 47));
        assertThat(told.path("week").asText()).isEqualTo("2026-W47");
        assertThat(told.path("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(told.path("figures").path("mentions").path("total").asInt())
                .isEqualTo(report.figures().mentions().total())
                .isEqualTo(2);
        assertThat(told.path("figures").path("acknowledged").toString())
                .isEqualTo("{\"part\":0,\"of\":2,\"percent\":0}");
        assertThat(told.path("figures").path("answered").path("percent").isNull()).isTrue();
        assertThat(told.path("sentences")).hasSameSizeAs(report.sentences());
        assertThat(told.path("open")).hasSize(2);
        assertThat(told.path("before").isNull()).isTrue();
        assertThat(vera.get("/brands/1/report").body().path("week").asText()).isEqualTo("2026-W46");
    }

    @ParameterizedTest
    @CsvSource({
        "/mentions?limit=0, limit",
        "/mentions?limit=201, limit",
        "/mentions?limit=many, limit",
        "/mentions?brand=kestrel, brand",
        "/mentions?verdict=GOOD, verdict",
        "/mentions?polarity=ANGRY, polarity",
        "/mentions?after=-1, after",
        "/mentions?after=12x, after",
        "/mentions?brnad=1, brnad",
        "/cases?after=12, after",
        "/cases?after=1.999999999999999999.1, after",
        "/cases?after=0' OR 1.1.1, after",
        "/cases?state=HALF, state",
        "/cases?whose=YOURS, whose",
        "/cases?due=perhaps, due",
        "/cases/x, id",
        "/brands?after=x, after",
        "/sources?limit=-3, limit",
        "/brands/1/report?week=2026-W54, week",
        "/events?after=x, after",
        "/events?limit=0, limit",
    })
    void whatIsWrongWithARequestIsNamed(String path, String field) {
        var answer = vera.get(path.replace(" ", "%20"));
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo("INVALID");
        assertThat(answer.wrong()).isEqualTo(field);
        assertThat(answer.text("detail")).contains(field);
    }

    @Test
    void theWordsThatAFilterKnowsAreTold() {
        assertThat(vera.get("/praise?show=SOME").text("detail"))
                .endsWith("show: Give one of OPEN, THANKED, ALL.");
        assertThat(vera.get("/praise?limit=SOME").text("detail"))
                .endsWith("limit: Give a whole number.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/brands?after=99",
                "/cases",
                "/causes",
                "/events?after=latest",
                "/looks",
                "/mentions",
                "/praise",
                "/promises",
                "/silent",
                "/testimonials",
                "/testimonials/usable",
                "/brands/1/facts",
                "/brands/1/look-rules",
            })
    void aListOfNothingIsAnEmptyList(String path) {
        var items = vera.get(path).body().path("items");
        assertThat(items.isArray()).isTrue();
        assertThat(items).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/brands/77",
                "/sources/77",
                "/mentions/77",
                "/cases/77",
                "/brands/77/report",
                "/cases/77/nothing",
                "/case"
            })
    void whatIsNotThereIsNotFound(String path) {
        var answer = vera.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("NOT_FOUND");
    }

    private List<Long> ids(String path) {
        var ids = new ArrayList<Long>();
        vera.get(path).body().path("items").forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }
}
