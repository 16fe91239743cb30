package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.response.Beside.Earlier;
import firsthour.response.Beside.Told;
import firsthour.response.Beside.Turn;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class BackgroundTest {
    private final Background background;
    private final Replies replies;
    private final Cases cases;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;

    BackgroundTest(
            Background background,
            Replies replies,
            Cases cases,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.background = background;
        this.replies = replies;
        this.cases = cases;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void theThreadIsWhatTheyAndWeSaidInItsOrder() {
        long id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(5));
        tell(id, ReplyKind.ACKNOWLEDGEMENT, "We look into it.");
        time.pass(Duration.ofMinutes(5));
        stage.post("again").author("ann").text("Any news?").mention();
        triage.sweep();

        assertThat(beside(id).thread())
                .extracting(Turn::text, Turn::ours, turn -> turn.who().orElse("-"))
                .containsExactly(
                        tuple("They were late again.", false, "ann"),
                        tuple("We look into it.", true, "Anna"),
                        tuple("Any news?", false, "ann"));
    }

    @Test
    void whatTheyWroteBeforeStandsWithWhatTheyWereTold() {
        long first = stage.complaint("ann");
        tell(first, ReplyKind.ANSWER, "A new one leaves today.");
        cases.resolve(first, stage.version(first), ANNA);
        time.pass(Duration.ofDays(3));
        var mention = stage.post("second").author("ann").text("Late again!").mention();
        stage.score(mention, "NEGATIVE", .9, .05, null);
        triage.sweep();
        long second = stage.caseOf(mention);

        assertThat(beside(second).earlier())
                .extracting(Earlier::text, Earlier::caseId, Earlier::told)
                .containsExactly(
                        tuple(
                                "They were late again.",
                                Optional.of(first),
                                Optional.of("A new one leaves today.")));
    }

    @Test
    void othersAndDeletedPostsAreNotTheirHistory() {
        stage.complaint("bob");
        stage.post("gone").author("ann").mention();
        stage.execute("UPDATE post SET deleted_at = detected_at WHERE external_id = 'gone'");
        stage.post("elsewhere").author("ann").mention(Stage.OTHER_BRAND);
        assertThat(beside(stage.complaint("ann")).earlier()).isEmpty();
    }

    @Test
    void whereNobodyIsKnownThereIsNoHistory() {
        stage.post("nobody").author(null).mention();
        long id = stage.complaint("ann");
        stage.execute("UPDATE post SET author_handle = NULL");
        assertThat(beside(id).earlier()).isEmpty();
    }

    @Test
    void othersWhoWroteAboutTheSameWereToldThat() {
        long bob = complaintAbout("bob", "[\"delivery\",\"service\"]");
        tell(bob, ReplyKind.ANSWER, "The carrier was on strike.");
        long cleo = complaintAbout("cleo", "[\"billing\"]");
        tell(cleo, ReplyKind.ANSWER, "The till failed.");
        long dan = complaintAbout("dan", "[\"delivery\"]");
        tell(dan, ReplyKind.ACKNOWLEDGEMENT, "We look into it.");
        long ann = complaintAbout("ann", "[\"delivery\"]");

        var beside = beside(ann);

        assertThat(beside.topics()).containsExactly("delivery");
        assertThat(beside.told())
                .extracting(Told::text, told -> told.whom().orElse("-"), Told::caseId)
                .containsExactly(tuple("The carrier was on strike.", "bob", bob));
    }

    @Test
    void whatWasToldLongAgoOrOfNothingInParticularIsLeftOut() {
        tell(complaintAbout("bob", "[\"delivery\"]"), ReplyKind.ANSWER, "The carrier strikes.");
        tell(complaintAbout("cleo", "[\"other\"]"), ReplyKind.ANSWER, "We are sorry.");
        time.pass(Duration.ofDays(31));
        assertThat(beside(complaintAbout("ann", "[\"delivery\"]")).told()).isEmpty();
        var other = beside(complaintAbout("dan", "[\"other\"]"));
        assertThat(other.topics()).isEmpty();
        assertThat(other.told()).isEmpty();
    }

    @Test
    void aCaseThatIsNotThereHasNoBackground() {
        assertThat(background.find(999_999)).isEmpty();
    }

    private Beside beside(long id) {
        return background.find(id).orElseThrow();
    }

    private long complaintAbout(String author, String topics) {
        long id = stage.complaint(author);
        stage.execute(
                "UPDATE score s JOIN cases c ON c.mention_id = s.mention_id SET s.topics = '%s' WHERE c.id = %d"
                        .formatted(topics, id));
        return id;
    }

    private void tell(long id, ReplyKind kind, String text) {
        if (cases.find(id).orElseThrow().assigneeId().isEmpty()) {
            cases.claim(id, stage.version(id), ANNA);
        }
        var draft = new ReplyDraft(text, "", time.now());
        if (kind == ReplyKind.ANSWER) {
            replies.answer(id, stage.version(id), ANNA, draft);
        } else {
            replies.acknowledge(id, stage.version(id), ANNA, draft);
        }
    }
}
