package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.response.ReplyDraft.Problem;
import firsthour.response.check.Concern;
import firsthour.response.check.Finding;
import firsthour.time.ControlledTime;
import firsthour.triage.Outcome;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who praises the brand is thanked once, from here or by hand.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class ThanksTest {
    private static final String WORDS = "Thank you, Ann. Anna";

    private final Thanks thanks;
    private final StubLetters letters;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    ThanksTest(Thanks thanks, StubLetters letters, Stage stage, ControlledTime time) {
        this.thanks = thanks;
        this.letters = letters;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annPraises() {
        stage.reset();
        letters.reset();
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        id = praise("ann");
    }

    @Test
    void whoWasThankedAndWhatOneBrandIsPraisedForAreFoundWithoutReadingAllPraise() {
        thanks.post(id, ANNA, WORDS, Map.of());
        stage.posts(2000);
        stage.execute("UPDATE mention SET verdict = 'PRAISE'");
        stage.execute("UPDATE mention SET brand_id = 2 ORDER BY id LIMIT 3");
        stage.execute("UPDATE thanks SET brand_id = 2");
        stage.column("ANALYZE TABLE mention");
        for (long brand : new long[] {0, Stage.OTHER_BRAND}) {
            assertThat(thanks.list(brand, Praise.Which.THANKED, Long.MAX_VALUE, 9))
                    .extracting(Praise::mentionId)
                    .containsExactly(id);
            assertThat(
                            stage.rowsRead(() ->
                                    thanks.list(brand, Praise.Which.THANKED, Long.MAX_VALUE, 9)))
                    .isLessThan(100);
        }
        for (var which : List.of(Praise.Which.OPEN, Praise.Which.ALL)) {
            assertThat(thanks.list(Stage.OTHER_BRAND, which, Long.MAX_VALUE, 9))
                    .hasSize(which == Praise.Which.ALL ? 3 : 2);
            assertThat(
                            stage.rowsRead(
                                    () -> thanks.list(Stage.OTHER_BRAND, which, Long.MAX_VALUE, 9)))
                    .isLessThan(100);
        }
    }

    @Test
    void praiseIsListedUntilItsAuthorIsThanked() {
        var other = praise("ben");
        stage.complaint("cas");
        assertThat(thanks.list(0, Praise.Which.OPEN, Long.MAX_VALUE, 9))
                .extracting(Praise::mentionId)
                .containsExactly(other, id);
        assertThat(thanks.list(Stage.OTHER_BRAND, Praise.Which.ALL, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(thanks.list(0, Praise.Which.ALL, other, 9))
                .extracting(Praise::mentionId)
                .containsExactly(id);

        assertThat(thanks.post(id, ANNA, WORDS, Map.of())).isEqualTo(new Dispatch.Posted());

        assertThat(thanks.list(0, Praise.Which.OPEN, Long.MAX_VALUE, 9))
                .extracting(Praise::mentionId)
                .containsExactly(other);
        var thanked = thanks.list(0, Praise.Which.THANKED, Long.MAX_VALUE, 9).getFirst();
        assertThat(thanked.isThanked()).isTrue();
        var said = thanked.thanks().orElseThrow();
        assertThat(said.by()).isEqualTo("Anna");
        assertThat(said.at()).contains(time.now());
        assertThat(said.reply().text()).isEqualTo(WORDS);
        assertThat(letters.sent)
                .singleElement()
                .matches(it -> it.to().externalId().equals("praise of ann"))
                .matches(it -> it.text().equals(WORDS));
        assertThat(stage.column("SELECT type FROM event_log WHERE mention_id = " + id))
                .containsExactly("PraiseThanked");
    }

    @Test
    void nobodyIsThankedTwice() {
        thanks.post(id, ANNA, WORDS, Map.of());
        assertThat(refused(thanks.post(id, BEN, "Thanks, Ann. Ben", Map.of())))
                .isEqualTo("Anna has thanked already: once is enough.");
        assertThat(refused(thanks.record(id, BEN, draft("Thanks, Ann. Ben"), Map.of())))
                .isEqualTo("Anna has thanked already: once is enough.");
        assertThat(letters.sent).hasSize(1);
    }

    @Test
    void wordsThatWerePostedByHandAreRecorded() {
        assertThat(thanks.record(id, ANNA, draft(WORDS), Map.of()))
                .isEqualTo(new Dispatch.Posted());
        assertThat(letters.sent).isEmpty();
        assertThat(thanks.find(id).orElseThrow().thanks().orElseThrow().url())
                .contains("https://letters.example/1");
        assertThat(refused(thanks.post(id, BEN, WORDS, Map.of()))).contains("once is enough");
    }

    @Test
    void thanksWithinTheMinuteOfThePraiseComeAfterIt() {
        var praised = time.now().plusSeconds(40);
        stage.execute("UPDATE post SET published_at = '2026-11-16 12:20:40'");
        var entered = time.now();
        time.pass(Duration.ofMinutes(1));
        thanks.record(id, ANNA, new ReplyDraft(WORDS, "", entered), Map.of());
        assertThat(thanks.find(id).orElseThrow().thanks().orElseThrow().at()).contains(praised);
    }

    @Test
    void whatIsWrongWithTheEntriesIsSaidAndNothingIsKept() {
        assertThat(thanks.record(id, ANNA, new ReplyDraft("", "x", time.now()), Map.of()))
                .isInstanceOf(Dispatch.Invalid.class);
        assertThat(thanks.post(id, ANNA, "Thank you so much. ".repeat(9), Map.of()))
                .isInstanceOf(Dispatch.Invalid.class);
        assertThat(thanks.find(id).orElseThrow().thanks()).isEmpty();
    }

    @Test
    void whatTheCheckFindsIsMendedOrLetStandWithAReason() {
        var shouted = "THANK YOU SO MUCH, Ann. Anna";
        var unready = (Dispatch.Unready) thanks.post(id, ANNA, shouted, Map.of());
        assertThat(unready.findings()).extracting(Finding::concern).contains(Concern.CAPITALS);
        assertThat(letters.sent).isEmpty();
        assertThat(thanks.read(id, ANNA.memberId(), shouted).findings())
                .extracting(Finding::concern)
                .contains(Concern.CAPITALS);

        var reasons =
                unready.findings().stream()
                        .collect(
                                Collectors.toMap(it -> it.key(shouted), _ -> "She shouts as well"));
        assertThat(thanks.post(id, ANNA, shouted, reasons)).isEqualTo(new Dispatch.Posted());
        assertThat(thanks.find(id).orElseThrow().thanks().orElseThrow().waived().orElseThrow())
                .contains("Capitals: She shouts as well");
    }

    @Test
    void whatMayHaveBeenPostedIsLookedForBeforeItIsSentAgain() {
        letters.answers(_ -> new Sent.Unsure("letters.example took too long to answer"));
        assertThat(thanks.post(id, ANNA, WORDS, Map.of())).isInstanceOf(Dispatch.Failed.class);
        assertThat(refused(thanks.post(id, BEN, "Thanks, Ann. Ben", Map.of())))
                .contains("Anna has written thanks that are not posted yet");
        letters.below.add(StubLetters.shown(WORDS, time.now()));

        assertThat(thanks.tryAgain(id, BEN)).isEqualTo(new Dispatch.Posted());

        assertThat(letters.sent).hasSize(1);
        assertThat(thanks.find(id).orElseThrow().isThanked()).isTrue();
        assertThat(stage.column("SELECT type FROM event_log WHERE mention_id = " + id))
                .containsExactly("ThanksNotPosted", "PraiseThanked");
    }

    @Test
    void whatWasRefusedIsTriedAgainUnderItsKeyOrGivenUp() {
        letters.answers(_ -> new Sent.Refused(new Refusal.Denied("No more replies")));
        assertThat(thanks.post(id, ANNA, WORDS, Map.of())).isInstanceOf(Dispatch.Failed.class);
        assertThat(thanks.tryAgain(id, ANNA)).isInstanceOf(Dispatch.Failed.class);
        assertThat(letters.sent.get(1).key()).isEqualTo(letters.sent.get(0).key());
        assertThat(thanks.list(0, Praise.Which.OPEN, Long.MAX_VALUE, 9)).hasSize(1);

        assertThat(thanks.drop(id, ANNA)).isEmpty();
        assertThat(thanks.find(id).orElseThrow().thanks()).isEmpty();
        assertThat(thanks.drop(id, ANNA)).isPresent();
        letters.answers(StubLetters::done);
        assertThat(thanks.post(id, BEN, "Thanks, Ann. Ben", Map.of()))
                .isEqualTo(new Dispatch.Posted());
        assertThat(thanks.drop(id, BEN)).isPresent();
        assertThat(thanks.find(id).orElseThrow().isThanked()).isTrue();
    }

    @Test
    void whatACrashLeftIsWaitedForAndThenMayHaveArrived() {
        letters.answers(_ -> {
            throw new IllegalStateException("The node died");
        });
        assertThatThrownBy(() -> thanks.post(id, ANNA, WORDS, Map.of()));
        letters.answers(StubLetters::done);
        assertThat(thanks.tryAgain(id, ANNA)).isInstanceOf(Dispatch.Refused.class);
        time.pass(Duration.ofMinutes(11));
        assertThat(thanks.find(id).orElseThrow().thanks().orElseThrow().reply().words())
                .startsWith("It may have been posted.");
        letters.below.add(StubLetters.shown(WORDS, time.now()));
        assertThat(thanks.tryAgain(id, ANNA)).isEqualTo(new Dispatch.Posted());
        assertThat(letters.sent).hasSize(1);
    }

    @Test
    void belowADeletedPostNobodyIsThanked() {
        stage.execute("UPDATE post SET deleted_at = published_at, text = ''");
        assertThat(refused(thanks.post(id, ANNA, WORDS, Map.of())))
                .startsWith("The post was deleted");
        assertThat(refused(thanks.record(id, ANNA, draft(WORDS), Map.of())))
                .startsWith("The post was deleted");
        assertThat(thanks.list(0, Praise.Which.OPEN, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(thanks.list(0, Praise.Which.ALL, Long.MAX_VALUE, 9)).hasSize(1);
    }

    @Test
    void whereNothingCanBePostedFromHereTheWordsAreRecorded() {
        stage.execute("UPDATE source SET network = 'hackernews' WHERE id = 1");
        assertThat(thanks.findWay(id)).isEmpty();
        assertThat(thanks.post(id, ANNA, WORDS, Map.of()))
                .isInstanceOfSatisfying(
                        Dispatch.Invalid.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(Problem::words)
                                        .first()
                                        .asString()
                                        .contains("post them there and record"));
        assertThat(thanks.record(id, ANNA, draft(WORDS), Map.of()))
                .isEqualTo(new Dispatch.Posted());
    }

    @Test
    void whoMayOnlyReadThanksNobody() {
        assertThat(thanks.post(id, VERA, WORDS, Map.of())).isInstanceOf(Dispatch.Refused.class);
        assertThat(thanks.record(id, VERA, draft(WORDS), Map.of()))
                .isInstanceOf(Dispatch.Refused.class);
        letters.answers(_ -> new Sent.Unsure("slow"));
        thanks.post(id, ANNA, WORDS, Map.of());
        assertThat(thanks.tryAgain(id, VERA)).isInstanceOf(Dispatch.Refused.class);
        assertThat(thanks.drop(id, VERA)).isPresent();
        assertThatThrownBy(() -> thanks.post(id + 99, ANNA, WORDS, Map.of()))
                .isInstanceOf(NoSuchElementException.class);
    }

    private long praise(String author) {
        var mention =
                stage.post("praise of " + author).author(author).text("Best coffee").mention();
        stage.score(mention, "POSITIVE", .01, .95, .0);
        stage.triage();
        return mention;
    }

    private ReplyDraft draft(String words) {
        return new ReplyDraft(words, "https://letters.example/1", time.now());
    }

    private static String refused(Dispatch dispatch) {
        return dispatch instanceof Dispatch.Refused(Outcome why) ? why.inWords() : "done";
    }
}
