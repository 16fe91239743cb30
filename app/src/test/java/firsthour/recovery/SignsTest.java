package firsthour.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.response.FoundReplyLinking;
import firsthour.response.Merging;
import firsthour.scoring.Corrections;
import firsthour.sentiment.Polarity;
import firsthour.time.ControlledTime;
import firsthour.triage.Mergers.Pair;
import firsthour.triage.Outcome;
import firsthour.triage.Splitting;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What tells that a customer was won back, and what does not.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class SignsTest {
    private final Signs signs;
    private final FoundReplyLinking linking;
    private final Corrections corrections;
    private final Merging merging;
    private final Splitting splitting;
    private final Desk desk;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    SignsTest(
            Signs signs,
            FoundReplyLinking linking,
            Corrections corrections,
            Merging merging,
            Splitting splitting,
            Desk desk,
            Stage stage,
            ControlledTime time) {
        this.signs = signs;
        this.linking = linking;
        this.corrections = corrections;
        this.merging = merging;
        this.splitting = splitting;
        this.desk = desk;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void aComplaint() {
        stage.reset();
        id = stage.complaint("ann");
    }

    @Test
    void thanksAfterOurReplyAreASignAndAreToldOnce() {
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        var thanks =
                desk.kind(desk.post("ann").text("It came, thank you").inReplyTo("post of ann"));
        desk.sweep();
        desk.triageAgain(thanks);
        desk.sweep();
        assertThat(signs.findByCase(id))
                .extracting(Sign::kind, Sign::mentionId, Sign::at, Sign::text)
                .containsExactly(tuple(SignKind.THANKS, thanks, time.now(), "It came, thank you"));
        assertThat(stage.events(id, "CustomerWonBack")).isEqualTo(1);
    }

    @Test
    void kindWordsBeforeOurReplyAreNoneWhateverTheyAre() {
        desk.kind(desk.post("ann").inReplyTo("post of ann"));
        desk.kind(desk.post("ann").rating(5));
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        desk.sweep();
        assertThat(signs.findByCase(id)).isEmpty();
    }

    @Test
    void withoutAReplyThereIsNothingToBeWonBackBy() {
        time.pass(Duration.ofHours(1));
        desk.kind(desk.post("ann").inReplyTo("post of ann"));
        stage.post("bot").author("kestrelbot").inReplyTo("post of ann").foundReply();
        linking.sweep();
        time.pass(Duration.ofHours(1));
        desk.kind(desk.post("ann").inReplyTo("post of ann"));
        desk.sweep();
        assertThat(signs.findByCase(id)).isEmpty();
    }

    @Test
    void aReplyThatIsFoundLaterMakesASignOfWhatCameAfterIt() {
        time.pass(Duration.ofHours(1));
        var replied = time.now();
        time.pass(Duration.ofHours(1));
        desk.kind(desk.post("ann").inReplyTo("post of ann"));
        desk.sweep();
        assertThat(signs.findByCase(id)).isEmpty();
        stage.post("ours")
                .author("kestrelcares")
                .inReplyTo("post of ann")
                .published(replied)
                .foundReply();
        linking.sweep();
        desk.sweep();
        assertThat(signs.findByCase(id)).extracting(Sign::kind).containsExactly(SignKind.THANKS);
    }

    @Test
    void moreStarsThanWhenWeRepliedAreASignAndFewerTakeItBack() {
        var review = desk.post("rea").rating(2).mention();
        stage.score(review, "NEGATIVE", .9, .05, null);
        stage.triage();
        var reviewed = stage.caseOf(review);
        desk.rate(review, 3, time.now().plusSeconds(10));
        time.pass(Duration.ofHours(1));
        desk.answer(reviewed);
        desk.sweep();
        assertThat(signs.findByCase(reviewed)).isEmpty();

        time.pass(Duration.ofHours(1));
        var raised = time.now();
        desk.rate(review, 4, raised);
        desk.sweep();
        assertThat(signs.findByCase(reviewed))
                .extracting(Sign::kind, Sign::at, sign -> sign.stars().orElse(0))
                .containsExactly(tuple(SignKind.RATING_RAISED, raised, 4));

        time.pass(Duration.ofHours(1));
        desk.rate(review, 3, time.now());
        desk.sweep();
        assertThat(signs.findByCase(reviewed)).isEmpty();
        assertThat(stage.events(reviewed)).endsWith("CustomerWonBack", "WonBackWithdrawn");
    }

    @Test
    void aReviewWithoutMoreStarsIsNone() {
        var review = desk.post("rea").rating(1).mention();
        stage.score(review, "NEGATIVE", .9, .05, null);
        stage.triage();
        time.pass(Duration.ofHours(1));
        desk.answer(stage.caseOf(review));
        time.pass(Duration.ofHours(1));
        desk.rate(review, 1, time.now());
        desk.sweep();
        assertThat(signs.findByCase(stage.caseOf(review))).isEmpty();
    }

    @Test
    void laterPraiseByTheSameAuthorIsASignUntilAPersonSaysOtherwise() {
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        desk.resolve(id);
        time.pass(Duration.ofDays(40));
        var praise = desk.kind(desk.post("ann").text("Best coffee in town"));
        desk.kind(desk.post("ben"));
        desk.kind(desk.post("ann").network("hackernews"));
        desk.sweep();
        assertThat(signs.findByCase(id))
                .extracting(Sign::kind, Sign::mentionId)
                .containsExactly(tuple(SignKind.PRAISE, praise));
        corrections.correct(praise, Stage.ANNA.memberId(), Polarity.NEUTRAL, 0);
        stage.triage();
        desk.sweep();
        assertThat(signs.findByCase(id)).isEmpty();
    }

    @Test
    void praiseIsASignOfTheLastCaseOnWhichWeHadSpoken() {
        desk.answer(id);
        time.pass(Duration.ofMinutes(10));
        var later = review("ann");
        desk.answer(later);
        var unanswered = review("ann");
        time.pass(Duration.ofHours(1));
        var praise = desk.kind(desk.post("ann").rating(5));
        desk.sweep();
        assertThat(signs.findByCase(later)).extracting(Sign::mentionId).containsExactly(praise);
        assertThat(signs.findByCase(id)).isEmpty();
        assertThat(signs.findByCase(unanswered)).isEmpty();
    }

    @Test
    void praiseMovesToTheLaterCaseWhereOurReplyThereBecomesKnownAfterIt() {
        desk.answer(id);
        time.pass(Duration.ofMinutes(10));
        var later = review("ann");
        time.pass(Duration.ofMinutes(10));
        var replied = time.now();
        time.pass(Duration.ofMinutes(10));
        var praise = desk.kind(desk.post("ann").rating(5));
        desk.sweep();
        assertThat(signs.findByCase(id)).extracting(Sign::mentionId).containsExactly(praise);
        stage.post("ours")
                .author("kestrelcares")
                .inReplyTo("review 1")
                .published(replied)
                .foundReply();
        linking.sweep();
        desk.sweep();
        assertThat(signs.findByCase(later)).extracting(Sign::mentionId).containsExactly(praise);
        assertThat(signs.findByCase(id)).isEmpty();
    }

    @Test
    void praiseByACustomerWhoseCaseBecamePartOfAnotherIsASignOfThat() {
        var other = review("bea");
        desk.claim(other);
        desk.claim(id);
        merge(other);
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        var praise = desk.kind(desk.post("bea").rating(5));
        desk.sweep();
        assertThat(signs.findByCase(id)).extracting(Sign::mentionId).containsExactly(praise);
        assertThat(signs.findByCase(other)).isEmpty();
    }

    @Test
    void aSignGoesWithThePostThatIsTakenOutOfACase() {
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        var thanks = desk.kind(desk.post("ann").inReplyTo("post of ann"));
        desk.sweep();
        assertThat(signs.findByCase(id)).hasSize(1);
        assertThat(splitting.split(id, stage.version(id), Stage.ANNA, List.of(thanks)))
                .isInstanceOf(Outcome.Done.class);
        desk.sweep();
        assertThat(signs.findByCase(id)).isEmpty();
    }

    @Test
    void aNameThatSeveralPeopleMayHaveTiesNoPraise() {
        var named = desk.post("Ann B.").network("file").mention();
        stage.score(named, "NEGATIVE", .9, .05, null);
        stage.triage();
        time.pass(Duration.ofHours(1));
        desk.answer(stage.caseOf(named));
        time.pass(Duration.ofHours(1));
        desk.kind(desk.post("Ann B.").network("file"));
        desk.sweep();
        assertThat(signs.findByCase(stage.caseOf(named))).isEmpty();
    }

    @Test
    void aSignStaysWhenItsPostIsDeletedWithoutItsWords() {
        time.pass(Duration.ofHours(1));
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        var thanks = desk.kind(desk.post("ann").inReplyTo("post of ann"));
        desk.sweep();
        stage.execute(
                "UPDATE post SET text = '', author_handle = NULL, deleted_at = published_at"
                        + " WHERE id = (SELECT post_id FROM mention WHERE id = %d)"
                                .formatted(thanks));
        desk.triageAgain(thanks);
        desk.sweep();
        assertThat(signs.findByCase(id)).extracting(Sign::text).containsExactly("");
    }

    @Test
    void aCaseThatIsMergedGivesItsSignsToTheOneThatStays() {
        time.pass(Duration.ofMinutes(10));
        var other = review("ann");
        time.pass(Duration.ofHours(1));
        desk.answer(other);
        desk.answer(id);
        time.pass(Duration.ofHours(1));
        var thanks = desk.kind(desk.post("ann").inReplyTo("review 1"));
        desk.sweep();
        assertThat(signs.findByCase(other)).hasSize(1);
        merge(other);
        desk.sweep();
        assertThat(signs.findByCase(other)).isEmpty();
        assertThat(signs.findByCase(id)).extracting(Sign::mentionId).containsExactly(thanks);

        merging.splitBack(id, stage.version(id), other, Stage.ANNA);
        desk.sweep();
        assertThat(signs.findByCase(other)).extracting(Sign::mentionId).containsExactly(thanks);
        assertThat(signs.findByCase(id)).isEmpty();
    }

    @Test
    void whatWasDecidedIsNotWrittenTwiceIntoTheListOfLooks() {
        var listed = desk.post("ben").mention();
        stage.score(listed, "NEUTRAL", .1, .1, .0);
        stage.triage();
        desk.sweep();
        assertThat(stage.one("SELECT COUNT(*) FROM recovery_look")).isEqualTo("0");
        desk.triageAgain(listed);
        assertThat(stage.one("SELECT COUNT(*) FROM recovery_look")).isEqualTo("0");
    }

    /// A review, which speaks for itself and so has a case of its own.
    private long review(String author) {
        var number = stage.one("SELECT COUNT(*) FROM post");
        var review = stage.post("review " + number).author(author).rating(1).mention();
        stage.score(review, "NEGATIVE", .95, .01, null);
        stage.triage();
        return stage.caseOf(review);
    }

    private void merge(long other) {
        assertThat(
                        merging.merge(
                                new Pair(
                                        id,
                                        stage.version(id),
                                        other,
                                        OptionalLong.of(stage.version(other)),
                                        OptionalLong.of(id)),
                                Stage.ANNA))
                .isInstanceOf(Outcome.Done.class);
    }
}
