package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class DraftsTest {
    private final Drafts drafts;
    private final Replies replies;
    private final Cases cases;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    DraftsTest(Drafts drafts, Replies replies, Cases cases, Stage stage, ControlledTime time) {
        this.drafts = drafts;
        this.replies = replies;
        this.cases = cases;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), ANNA);
    }

    @Test
    void whatIsWrittenIsKeptVersionByVersion() {
        assertThat(save("Hel", 0)).isEqualTo(new Saving.Saved(1));
        assertThat(save("Hello", 1)).isEqualTo(new Saving.Saved(2));
        assertThat(save("", 2)).isEqualTo(new Saving.Saved(3));
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatWasLeftOnACaseThatWasClosedLongAgoIsForgotten() {
        save("Hello Ann", 0);
        time.pass(Drafts.KEPT_AFTER_CLOSING.plusDays(1));
        drafts.forget();
        assertThat(stored()).as("of an open case").isEqualTo("Hello Ann");

        cases.dismiss(id, stage.version(id), ANNA, DismissalReason.SPAM, "");
        drafts.forget();
        assertThat(stored()).as("of a case that was closed just now").isEqualTo("Hello Ann");

        time.pass(Drafts.KEPT_AFTER_CLOSING.plusDays(1));
        drafts.forget();
        assertThat(drafts.find(id, ANNA.memberId())).isEmpty();
    }

    @Test
    void anotherWindowOverwritesNothing() {
        save("Hello Ann", 0);
        save("Hello Ann, sorry", 1);

        assertThat(save("Something else", 1))
                .isEqualTo(new Saving.Elsewhere("Hello Ann, sorry", time.now(), 2));
        assertThat(save("Something else", 0)).isInstanceOf(Saving.Elsewhere.class);
        assertThat(stored()).isEqualTo("Hello Ann, sorry");
        assertThat(save("Something else", 2)).isEqualTo(new Saving.Saved(3));
    }

    @Test
    void theSameWordsFromAnotherWindowAreNoConflict() {
        save("Hello\nAnn", 0);
        assertThat(save("Hello\r\nAnn", 0)).isEqualTo(new Saving.Saved(1));
    }

    @Test
    void everybodyHasTheirOwn() {
        save("Anna writes", 0);
        drafts.save(id, BEN, ReplyKind.ANSWER, "Ben writes", 0);
        drafts.save(id, ANNA, ReplyKind.ACKNOWLEDGEMENT, "Anna sees it", 0);

        assertThat(drafts.find(id, BEN.memberId()))
                .extracting(Draft::text)
                .containsExactly("Ben writes");
        assertThat(drafts.find(id, ANNA.memberId()))
                .extracting(Draft::text)
                .containsExactlyInAnyOrder("Anna writes", "Anna sees it");
    }

    @Test
    void aVeryLongDraftIsKeptAndAnEvenLongerOneIsToldSo() {
        var longest = "😀".repeat(10_000);
        assertThat(save(longest, 0)).isEqualTo(new Saving.Saved(1));
        assertThat(save(longest + "x", 1))
                .isInstanceOfSatisfying(
                        Saving.NotPossible.class,
                        it -> assertThat(it.advice()).contains("20,001 of 20,000"));
        assertThat(stored()).isEqualTo(longest);
    }

    @Test
    void aSavingThatWasOvertakenByTheRecordingBringsNothingBack() {
        save("Sorry, Ann.", 0);
        replies.answer(id, stage.version(id), ANNA, new ReplyDraft("Sorry, Ann.", "", time.now()));

        assertThat(drafts.find(id, ANNA.memberId())).isEmpty();
        assertThat(save("Sorry, Ann.", 1)).isEqualTo(new Saving.Saved(0));
        assertThat(drafts.find(id, ANNA.memberId())).isEmpty();
    }

    @Test
    void whatWasWrittenBeyondWhatWasRecordedStays() {
        save("Sorry, Ann. And", 0);
        replies.answer(id, stage.version(id), ANNA, new ReplyDraft("Sorry, Ann.", "", time.now()));
        assertThat(stored()).isEqualTo("Sorry, Ann. And");
        assertThat(save("Sorry, Ann. And another thing.", 1)).isEqualTo(new Saving.Saved(2));
    }

    @Test
    void aCaseThatIsGoneIsTold() {
        assertThat(drafts.save(id + 1000, ANNA, ReplyKind.ANSWER, "Hello", 0))
                .isInstanceOf(Saving.NotPossible.class);
    }

    private Saving save(String text, long version) {
        return drafts.save(id, ANNA, ReplyKind.ANSWER, text, version);
    }

    private String stored() {
        return stage.one("SELECT text FROM draft WHERE member_id = 11 AND kind = 'ANSWER'");
    }
}
