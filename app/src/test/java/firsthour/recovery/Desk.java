package firsthour.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.response.Recording;
import firsthour.response.Replies;
import firsthour.response.ReplyDraft;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;

/// What Anna does and customers write, for tests of what comes after the answer.
@Singleton
@Requires(property = "controlled.time")
public class Desk {
    private final Replies replies;
    private final Cases cases;
    private final Signs signs;
    private final Stage stage;
    private final ControlledTime time;
    private int posts;

    Desk(Replies replies, Cases cases, Signs signs, Stage stage, ControlledTime time) {
        this.replies = replies;
        this.cases = cases;
        this.signs = signs;
        this.stage = stage;
        this.time = time;
    }

    /// Anna takes a case and answers it now.
    public void answer(long caseId) {
        claim(caseId);
        assertThat(
                        replies.answer(
                                caseId,
                                stage.version(caseId),
                                Stage.ANNA,
                                new ReplyDraft("A new one is on its way.", "", time.now())))
                .isInstanceOf(Recording.Recorded.class);
    }

    /// Anna takes a case.
    public void claim(long caseId) {
        cases.claim(caseId, stage.version(caseId), Stage.ANNA);
    }

    /// Anna closes a case that she has answered.
    public void resolve(long caseId) {
        cases.resolve(caseId, stage.version(caseId), Stage.ANNA);
    }

    /// A post that is about to be stored.
    public Stage.Draft post(String author) {
        return stage.post("later " + ++posts).author(author);
    }

    /// Somebody writes kind words now.
    ///
    /// @return the mention
    public long kind(Stage.Draft post) {
        var mention = post.mention();
        stage.score(mention, "POSITIVE", .01, .95, .0);
        stage.triage();
        return mention;
    }

    /// The author edits a review.
    public void rate(long mention, int stars, Instant at) {
        var post = stage.one("SELECT post_id FROM mention WHERE id = " + mention);
        stage.insert(
                """
                INSERT INTO post_revision (post_id, revision, title, text, rating, until)
                SELECT id, revision, title, text, rating, ? FROM post WHERE id = ?
                """,
                at,
                Long.parseLong(post));
        stage.insert(
                "UPDATE post SET rating = ?, revision = revision + 1, edited_at = ? WHERE id = ?",
                stars,
                at,
                Long.parseLong(post));
        triageAgain(mention);
    }

    /// Has triage decide anew about a mention, as after an edit or a correction.
    public void triageAgain(long mention) {
        stage.execute("UPDATE mention SET state = 'JUDGED' WHERE id = " + mention);
        stage.triage();
    }

    /// Looks for signs wherever some may have come or gone.
    public void sweep() {
        while (signs.sweepMentions()) {
            // Until all cases are known.
        }
        while (signs.sweepCase()) {
            // Until none is left.
        }
    }
}
