package firsthour.causes;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.mention.Mentions;
import firsthour.mention.Watch;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class GroupingTest {
    private static final String DRIVER =
            "My delivery was cancelled this morning without a word, the driver never came%s";

    private final Grouping grouping;
    private final Causes causes;
    private final Watch watch;
    private final Mentions mentions;
    private final Cases cases;
    private final Stage stage;
    private final ControlledTime time;
    private int posts;

    GroupingTest(
            Grouping grouping,
            Causes causes,
            Watch watch,
            Mentions mentions,
            Cases cases,
            Stage stage,
            ControlledTime time) {
        this.grouping = grouping;
        this.causes = causes;
        this.watch = watch;
        this.mentions = mentions;
        this.cases = cases;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void threeVoicesThatSayTheSameAreACause() {
        var ann = says("ann", DRIVER.formatted("."));
        var bob = says("bob", DRIVER.formatted("!!"));
        assertThat(causes.list()).isEmpty();
        var cid = says("cid", "@kestrel " + DRIVER.formatted(" at all"));
        var other = says("dan", "The espresso was cold and sour, and nobody in the shop cared.");
        var cause = causes.list().getFirst();
        assertThat(cause.title()).isEqualTo("The same words, 16 Nov");
        assertThat(cause.voices()).isEqualTo(3);
        assertThat(cause.open()).isEqualTo(3);
        for (var id : List.of(ann, bob, cid)) {
            assertThat(causes.findOf(id)).contains(cause);
            assertThat(stage.events(id)).contains("CaseGrouped");
        }
        assertThat(causes.findOf(other)).isEmpty();
    }

    @Test
    void oneCustomerWhoSaysItThriceIsOneVoice() {
        for (int i = 0; i < 3; i++) {
            says("ann", DRIVER.formatted("!".repeat(i)));
        }
        assertThat(causes.list()).isEmpty();
    }

    @Test
    void whatIsSaidAboutAnotherBrandOrTooLongAgoIsNoVoice() {
        says("ann", DRIVER.formatted("."));
        time.pass(Duration.ofDays(8));
        says("bob", DRIVER.formatted("."));
        says("cid", DRIVER.formatted("."));
        assertThat(causes.list()).isEmpty();
        stage.score(
                stage.post("of tea")
                        .author("dan")
                        .text(DRIVER.formatted("."))
                        .mention(Stage.OTHER_BRAND),
                "NEGATIVE",
                .9,
                .05,
                null);
        stage.triage();
        grouping.sweep();
        assertThat(causes.list()).isEmpty();
    }

    @Test
    void whoHasANameThatSeveralPeopleMayHaveIsAVoiceForEachCase() {
        for (int i = 0; i < 3; i++) {
            var mention =
                    stage.post("post " + posts++)
                            .network("file")
                            .author("A customer")
                            .text(DRIVER.formatted("!".repeat(i)))
                            .mention();
            stage.score(mention, "NEGATIVE", .9, .05, null);
            stage.triage();
            grouping.sweep();
        }
        assertThat(causes.list()).extracting(Cause::voices).containsExactly(3L);
    }

    @Test
    void whatSomebodyChangedTheirWordsToIsCompared() {
        says("ann", DRIVER.formatted("."));
        says("bob", DRIVER.formatted("!"));
        var other = post("cid", "The espresso was cold and sour, and nobody in the shop cared.");
        stage.triage();
        grouping.sweep();
        edit(other, DRIVER.formatted("?"));
        assertThat(causes.list()).extracting(Cause::voices).containsExactly(3L);
        assertThat(causes.findOf(stage.caseOf(other))).isPresent();
    }

    @Test
    void whatSomebodyChangesOnceTheirCaseIsClosedJoinsNothing() {
        var dan = post("dan", "The espresso was cold and sour, and nobody in the shop cared.");
        stage.triage();
        grouping.sweep();
        three();
        var closed = stage.caseOf(dan);
        cases.claim(closed, stage.version(closed), ANNA);
        cases.dismiss(closed, stage.version(closed), ANNA, DismissalReason.SPAM, "");
        edit(dan, DRIVER.formatted(" again"));
        assertThat(causes.findOf(closed)).isEmpty();
    }

    @Test
    void whatPeopleDismissedIsNoVoice() {
        var ann = says("ann", DRIVER.formatted("."));
        cases.claim(ann, stage.version(ann), ANNA);
        cases.dismiss(ann, stage.version(ann), ANNA, DismissalReason.SPAM, "");
        says("bob", DRIVER.formatted("!"));
        says("cid", DRIVER.formatted("?"));
        assertThat(causes.list()).isEmpty();
    }

    @Test
    void whateverComesLaterJoins() {
        three();
        var dan = says("dan", DRIVER.formatted(" again"));
        assertThat(causes.findOf(dan)).isPresent();
        assertThat(causes.list()).hasSize(1);
    }

    @Test
    void aClosedCauseIsAddedToByHandAlone() {
        three();
        var cause = causes.list().getFirst();
        assertThat(causes.close(cause.id(), cause.version(), ANNA))
                .isInstanceOf(Deciding.Done.class);
        var dan = says("dan", DRIVER.formatted(" again"));
        assertThat(causes.findOf(dan)).isEmpty();
        assertThat(causes.close(cause.id(), cause.version(), ANNA))
                .isInstanceOf(Deciding.Refused.class);
        assertThat(causes.put(dan, null, ANNA, cause.id())).isInstanceOf(Deciding.Done.class);
        assertThat(causes.findOf(dan)).isPresent();
    }

    @Test
    void whatAPersonTookOutNoRulePutsBack() {
        var ann = says("ann", DRIVER.formatted("."));
        says("bob", DRIVER.formatted("!"));
        says("cid", DRIVER.formatted("?"));
        var cause = causes.findOf(ann).orElseThrow();
        assertThat(causes.takeOut(ann, cause.id(), ANNA)).isInstanceOf(Deciding.Done.class);
        // Below the same case, so that it is looked at again, and once more for each rule.
        var again = stage.post("again").author("ann").text(DRIVER.formatted(".")).mention();
        stage.score(again, "NEGATIVE", .9, .05, null);
        stage.triage();
        grouping.sweep();
        for (var author : List.of("dan", "eve", "fay")) {
            says(author, DRIVER.formatted("."));
        }
        assertThat(stage.caseOf(again)).isEqualTo(ann);
        assertThat(causes.findOf(ann)).isEmpty();
    }

    @Test
    void whatAPersonTookOutIsNoVoiceOfANewCause() {
        var ann = says("ann", DRIVER.formatted("."));
        causes.open(ann, null, ANNA, "A mistake");
        causes.takeOut(ann, causes.findOf(ann).orElseThrow().id(), ANNA);
        says("bob", DRIVER.formatted("!"));
        says("cid", DRIVER.formatted("?"));
        assertThat(causes.list()).hasSize(1);
        assertThat(causes.findOf(ann)).isEmpty();
    }

    @Test
    void unusuallyManyOnOneTopicAreACause() {
        aWeekAgoNothing();
        for (int i = 1; i < GroupingBatch.SAME_TOPIC; i++) {
            topical("author " + i, "delivery");
        }
        topical("one who talks of the shop", "shop");
        grouping.sweep();
        assertThat(causes.list()).isEmpty();
        var last = topical("the last", "delivery");
        grouping.sweep();
        assertThat(causes.findOf(last).orElseThrow().title()).isEqualTo("Delivery, 16 Nov");
        assertThat(causes.list().getFirst().voices()).isEqualTo(GroupingBatch.SAME_TOPIC);
        var later = topical("later", "delivery");
        grouping.sweep();
        assertThat(causes.findOf(later)).isPresent();
    }

    @Test
    void asManyAsOnEveryDayAreNone() {
        aWeekAgoNothing();
        time.pass(Duration.ofDays(-10));
        for (int i = 0; i < 28; i++) {
            topical("then " + i, "delivery");
        }
        stage.execute("DELETE FROM event_pending");
        time.pass(Duration.ofDays(10));
        for (int i = 0; i < GroupingBatch.SAME_TOPIC; i++) {
            topical("now " + i, "delivery");
        }
        grouping.sweep();
        assertThat(causes.list()).isEmpty();
    }

    @Test
    void whereNobodyKnowsWhatIsUsualNothingIsUnusual() {
        for (int i = 0; i < GroupingBatch.SAME_TOPIC; i++) {
            topical("author " + i, "delivery");
        }
        grouping.sweep();
        assertThat(causes.list()).isEmpty();
    }

    @Test
    void ofAPostThatIsDeletedTheSignatureGoesAsWell() {
        says("ann", DRIVER.formatted("."));
        says("bob", DRIVER.formatted("!"));
        assertThat(stage.one("SELECT COUNT(*) FROM cause_signature")).isEqualTo("2");
        var post = Long.parseLong(stage.one("SELECT MIN(id) FROM post"));
        stage.inTransaction(() -> watch.bury(List.of(post)));
        assertThat(stage.one("SELECT COUNT(*) FROM cause_signature")).isEqualTo("1");
        assertThat(stage.one("SELECT COUNT(*) FROM cause_band")).isEqualTo("16");
        says("cid", DRIVER.formatted("?"));
        assertThat(causes.list()).as("two voices are left").isEmpty();
    }

    @Test
    void whatIsTooOldToBeComparedIsForgotten() {
        says("ann", DRIVER.formatted("."));
        grouping.forget();
        assertThat(stage.one("SELECT COUNT(*) FROM cause_signature")).isEqualTo("1");
        time.pass(Duration.ofDays(9));
        grouping.forget();
        assertThat(stage.one("SELECT COUNT(*) FROM cause_signature")).isEqualTo("0");
    }

    @Test
    void twoNodesMakeOneCause() throws Exception {
        for (int i = 0; i < 60; i++) {
            post("author " + i, DRIVER.formatted("!".repeat(i % 4)));
        }
        stage.triage();
        try (var both = Executors.newFixedThreadPool(2)) {
            var sweeps = new ArrayList<Callable<Integer>>();
            sweeps.add(grouping::sweep);
            sweeps.add(grouping::sweep);
            var looked = 0;
            for (var sweep : both.invokeAll(sweeps)) {
                looked += sweep.get();
            }
            assertThat(looked).isEqualTo(60);
        }
        assertThat(causes.list()).hasSize(1);
        assertThat(causes.list().getFirst().voices()).isEqualTo(60);
    }

    @Test
    void onePostIsLetGoBeforeTheNextIsLookedAt() throws Exception {
        post("ann", DRIVER.formatted("."));
        stage.triage();
        post("bob", DRIVER.formatted("!"));
        stage.triage();
        var looked =
                stage.whileWaiting(
                        List.of("SELECT id FROM post WHERE author_handle = 'bob' FOR UPDATE"),
                        grouping::sweep,
                        "SELECT id FROM post WHERE author_handle = 'ann'");
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void aCauseMayBeChosenThatIsNewOrHasANewCase() {
        stage.execute(
                """
                INSERT INTO cause (brand_id, title, opened_at)
                SELECT 1, CONCAT('Cause ', seq), '2026-10-01' FROM seq_1_to_60
                """);
        assertThat(causes.findGoingOn(Stage.BRAND))
                .extracting(Cause.Choice::title)
                .hasSize(50)
                .startsWith("Cause 60")
                .endsWith("Cause 11");
        var id = says("ann", DRIVER.formatted("."));
        var oldest = Long.parseLong(stage.one("SELECT MIN(id) FROM cause"));
        causes.put(id, null, ANNA, oldest);
        assertThat(causes.findGoingOn(Stage.BRAND))
                .hasSize(51)
                .endsWith(new Cause.Choice(oldest, "Cause 1"));
        assertThat(causes.findGoingOn(Stage.OTHER_BRAND)).isEmpty();
    }

    @Test
    void theCausesOfACasePageAreFoundWithoutCountingTheirCases() {
        stage.openCases(3000);
        stage.execute(
                "INSERT INTO cause (id, brand_id, title, opened_at) VALUES (1, 1, 'Late', '2026-10-01')");
        stage.execute("UPDATE cases SET cause_id = 1");
        assertThat(stage.rowsRead(() -> causes.findGoingOn(Stage.BRAND))).isLessThan(2000);
    }

    @Test
    void peopleNameACauseAndSayWhatColleaguesShouldKnow() {
        three();
        var cause = causes.list().getFirst();
        assertThat(causes.write(cause.id(), cause.version(), VERA, "x", ""))
                .isInstanceOf(Deciding.Refused.class);
        assertThat(causes.write(cause.id(), cause.version(), ANNA, "  ", ""))
                .isInstanceOf(Deciding.Invalid.class);
        assertThat(causes.write(cause.id(), cause.version(), ANNA, "x", "x".repeat(2001)))
                .isInstanceOf(Deciding.Invalid.class);
        assertThat(
                        causes.write(
                                cause.id(),
                                cause.version(),
                                ANNA,
                                "A lorry broke down",
                                "New ones leave on Tuesday."))
                .isInstanceOf(Deciding.Done.class);
        assertThat(causes.write(cause.id(), cause.version(), ANNA, "Old", ""))
                .as("somebody else was faster")
                .isInstanceOf(Deciding.Refused.class);
        var written = causes.find(cause.id()).orElseThrow();
        assertThat(written.title()).isEqualTo("A lorry broke down");
        assertThat(written.facts()).contains("New ones leave on Tuesday.");
    }

    @Test
    void aCaseIsPutIntoACauseOfItsOwnBrandAsItWasSeen() {
        var ann = says("ann", "The espresso was cold and sour, and nobody in the shop cared.");
        assertThat(causes.open(ann, null, VERA, "Cold espresso"))
                .isInstanceOf(Deciding.Refused.class);
        assertThat(causes.open(ann, null, ANNA, "Cold espresso")).isInstanceOf(Deciding.Done.class);
        assertThat(causes.open(ann, null, ANNA, "Another"))
                .as("it has a cause by now")
                .isInstanceOf(Deciding.Refused.class);
        assertThat(causes.list()).hasSize(1);
        var tea =
                stage.insert(
                        "INSERT INTO cause (brand_id, title, opened_at) VALUES (2, 'Tea', ?)",
                        time.now());
        assertThat(causes.put(ann, causes.list().getLast().id(), ANNA, tea))
                .isInstanceOf(Deciding.Invalid.class);
        assertThat(stage.events(ann)).contains("CasePutIntoCause");
    }

    private void edit(long mention, String words) {
        stage.execute(
                "UPDATE post p JOIN mention m ON m.post_id = p.id SET p.text = '%s' WHERE m.id = %d"
                        .formatted(words, mention));
        var post = Long.parseLong(stage.one("SELECT post_id FROM mention WHERE id = " + mention));
        stage.inTransaction(() -> mentions.renew(List.of(post)));
        grouping.sweep();
    }

    private void three() {
        says("ann", DRIVER.formatted("."));
        says("bob", DRIVER.formatted("!"));
        says("cid", DRIVER.formatted("?"));
    }

    private void aWeekAgoNothing() {
        time.pass(Duration.ofDays(-20));
        stage.complaint("the first");
        stage.execute("DELETE FROM event_pending");
        time.pass(Duration.ofDays(20));
    }

    private long says(String author, String text) {
        var mention = post(author, text);
        stage.triage();
        grouping.sweep();
        return stage.caseOf(mention);
    }

    private long post(String author, String text) {
        var mention = stage.post("post " + posts++).author(author).text(text).mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        return mention;
    }

    private long topical(String author, String topic) {
        var words = "Number %d is %s".formatted(posts, author);
        var mention = post(author, words);
        stage.execute(
                "UPDATE score SET topics = '[\"%s\"]' WHERE mention_id = %d"
                        .formatted(topic, mention));
        stage.triage();
        return stage.caseOf(mention);
    }
}
