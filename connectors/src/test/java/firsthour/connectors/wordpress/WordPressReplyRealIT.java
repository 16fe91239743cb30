package firsthour.connectors.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Replies to comments on a WordPress, and finds the replies.
class WordPressReplyRealIT {
    private static final String SORRY = "We are sorry: it leaves today, \"express\" & free <3";

    private static RealSite site;

    @BeforeAll
    static void start() {
        site = new RealSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aReplyStandsBelowTheCommentAndIsFoundThere() {
        PostRef comment = site.write("Acme is late with my shoes");

        Sent sent = reply(site.settings(), comment, SORRY);

        assertThat(sent).isInstanceOf(Sent.Done.class);
        Sent.Done done = (Sent.Done) sent;
        assertThat(done.url().orElseThrow().toString()).startsWith(site.address());
        assertThat(replies(comment).posts())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.externalId()).isEqualTo(done.externalId());
                    assertThat(post.inReplyTo()).contains(comment.externalId());
                    assertThat(post.author().orElseThrow().handle()).isEqualTo("admin");
                    assertThat(post.text())
                            .isEqualTo("We are sorry: it leaves today, “express” & free <3");
                });
    }

    @Test
    void otherPeoplesRepliesAreFoundAsWell() {
        PostRef comment = site.write("Acme is late with my hat");
        PostRef other =
                site.write(
                        "Mine came in time",
                        Map.of("parent", RealSite.number(comment), "author_name", "Bob"));

        assertThat(replies(comment).posts())
                .extracting(Post::externalId)
                .containsExactly(other.externalId());
    }

    @Test
    void aReplyThatIsSentTwiceIsNotTakenTwiceAndHasToBeLookedFor() {
        PostRef comment = site.write("Acme is late with my coat");

        assertThat(reply(site.settings(), comment, "We look into it."))
                .isInstanceOf(Sent.Done.class);
        assertThat(reply(site.settings(), comment, "We look into it."))
                .isInstanceOf(Sent.Unsure.class);

        assertThat(replies(comment).posts()).hasSize(1);
    }

    @Test
    void withAWrongPasswordNothingIsPosted() {
        PostRef comment = site.write("Acme is late with my bag");

        assertThat(refusal(reply(site.settings("wrong"), comment, SORRY)))
                .isInstanceOf(Refusal.Unauthorised.class);

        assertThat(replies(comment).posts()).isEmpty();
    }

    /// WordPress itself would take the reply.
    @Test
    void aCommentThatIsGoneIsNotRepliedTo() {
        PostRef comment = site.write("Acme is late with my belt");
        site.delete(comment);

        assertThat(refusal(reply(site.settings(), comment, SORRY)))
                .isInstanceOf(Refusal.Gone.class);

        assertThat(replies(comment).gone()).containsExactly(comment.externalId());
    }

    @Test
    void aReplyOfTheGreatestLengthIsTaken() {
        PostRef comment = site.write("Acme is late with my scarf");
        int most = site.connector.limit().most();

        assertThat(reply(site.settings(), comment, "&".repeat(most))).isInstanceOf(Sent.Done.class);
        assertThat(refusal(reply(site.settings(), comment, "x".repeat(70_000))))
                .isInstanceOf(Refusal.Denied.class);
    }

    private static Sent reply(Settings settings, PostRef comment, String text) {
        return site.connector.reply(
                settings, new OutgoingReply("key-" + RealSite.number(comment), comment, text));
    }

    private static Refusal refusal(Sent sent) {
        assertThat(sent).isInstanceOf(Sent.Refused.class);
        return ((Sent.Refused) sent).refusal();
    }

    private static Look.Seen replies(PostRef comment) {
        Look look = site.connector.replies(site.settings(), comment);
        assertThat(look).isInstanceOf(Look.Seen.class);
        return (Look.Seen) look;
    }
}
