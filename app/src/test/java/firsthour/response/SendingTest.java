package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.connectors.Refusal;
import firsthour.connectors.Sent;
import firsthour.time.ControlledTime;
import firsthour.triage.Actor;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "stub.letters", value = "true")
class SendingTest {
    private static final String SORRY = "Sorry. A new one leaves today.";

    private final Sending sending;
    private final Replies replies;
    private final FoundReplyLinking linking;
    private final Cases cases;
    private final StubLetters letters;
    private final Stage stage;
    private final ControlledTime time;
    private long id;

    SendingTest(
            Sending sending,
            Replies replies,
            FoundReplyLinking linking,
            Cases cases,
            StubLetters letters,
            Stage stage,
            ControlledTime time) {
        this.sending = sending;
        this.replies = replies;
        this.linking = linking;
        this.cases = cases;
        this.letters = letters;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        letters.reset();
        stage.execute("UPDATE source SET network = 'letters' WHERE id = 1");
        id = stage.complaint("ann");
        cases.claim(id, stage.version(id), ANNA);
    }

    @Test
    void aReplyIsPostedOnceAndStopsTheClocks() {
        assertThat(sending.findWay(id).map(Way::network)).contains("Letters");

        assertThat(send(ANNA, SORRY)).isEqualTo(new Dispatch.Posted());

        assertThat(letters.sent).hasSize(1);
        assertThat(letters.sent.getFirst().to().externalId()).isEqualTo("post of ann");
        assertThat(cases.find(id).orElseThrow().answeredAt()).contains(time.now());
        assertThat(replies.findByCase(id))
                .singleElement()
                .matches(reply -> reply.text().equals(SORRY))
                .matches(reply -> reply.memberName().equals(Optional.of("Anna")));
        assertThat(stage.events(id)).contains("ReplyRecorded");
        assertThat(sending.findOpen(id)).isEmpty();
    }

    @Test
    void theSameReplyThatIsFoundLaterIsNotASecondOne() {
        send(ANNA, SORRY);
        foundOnTheNetwork();

        assertThat(replies.findByCase(id)).hasSize(1);
        assertThat(replies.findByCase(id).getFirst().found()).isTrue();
    }

    @Test
    void aReplyThatIsFoundBeforeItsAnswerComesIsSigned() {
        letters.answers(_ -> {
            foundOnTheNetwork();
            return StubLetters.done(letters.sent.getFirst());
        });

        assertThat(send(ANNA, SORRY)).isEqualTo(new Dispatch.Posted());
        assertThat(replies.findByCase(id))
                .singleElement()
                .matches(reply -> reply.memberName().equals(Optional.of("Anna")));
    }

    @Test
    void afterATimeOutTheReplyIsLookedForAndNotSentTwice() {
        letters.answers(_ -> new Sent.Unsure("letters.example took too long to answer"));
        assertThat(send(ANNA, SORRY)).isInstanceOf(Dispatch.Kept.class);
        assertThat(sending.findOpen(id).getFirst().words()).contains("Nobody knows yet");
        letters.below.add(StubLetters.shown("@ann " + SORRY, time.now()));

        later();

        assertThat(letters.sent).hasSize(1);
        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
        assertThat(sending.findOpen(id)).isEmpty();
    }

    @Test
    void aReplyThatIsNotThereIsSentAgainUnderItsKey() {
        letters.answers(reply ->
                letters.sent.size() == 1 ? new Sent.Unsure("slow") : StubLetters.done(reply));
        send(ANNA, SORRY);
        // The same words, but written long before.
        letters.below.add(StubLetters.shown(SORRY, time.now().minus(Duration.ofHours(1))));

        later();

        assertThat(letters.sent).hasSize(2);
        assertThat(letters.sent.get(1).key()).isEqualTo(letters.sent.get(0).key());
        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
    }

    @Test
    void aRepeatableReplyIsLookedForAsWell() {
        letters.isRepeatable(true);
        letters.below.add(StubLetters.shown(SORRY, time.now()));
        letters.answers(_ -> new Sent.Unsure("slow"));
        send(ANNA, SORRY);

        later();

        assertThat(letters.sent).hasSize(1);
        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
    }

    @Test
    void afterTheCaseIsClosedNothingIsPostedAndItCanBeGivenUp() {
        var until = time.now().plus(Duration.ofMinutes(10));
        letters.answers(
                _ -> new Sent.Refused(new Refusal.RateLimited(Optional.of(until), "too many")));
        send(ANNA, SORRY);
        cases.dismiss(id, stage.version(id), ANNA, DismissalReason.SPAM, "");
        time.set(until);
        sending.sweep();

        assertThat(letters.sent).hasSize(1);
        var waiting = sending.findOpen(id).getFirst();
        assertThat(sending.drop(waiting.id(), id, stage.version(id), ANNA))
                .isInstanceOf(Outcome.Done.class);
        assertThat(sending.findOpen(id)).isEmpty();
    }

    @Test
    void whatWaitedWhenTheCaseWasClosedIsNotPostedByItselfWhenItIsOpenedAgain() {
        var until = time.now().plus(Duration.ofMinutes(10));
        letters.answers(
                _ -> new Sent.Refused(new Refusal.RateLimited(Optional.of(until), "too many")));
        send(ANNA, SORRY);
        cases.dismiss(id, stage.version(id), ANNA, DismissalReason.SPAM, "");
        time.set(until);
        sending.sweep();
        cases.reopen(id, stage.version(id), ANNA);
        time.pass(Duration.ofHours(1));
        sending.sweep();

        assertThat(letters.sent).hasSize(1);
        assertThat(sending.findOpen(id).getFirst().waitsForSomebody()).isTrue();
        assertThat(stage.events(id)).contains("ReplyNotPosted");
    }

    @Test
    void anAttemptThatOutlivesItsLeaseRecordsNothingTwice() {
        letters.answers(reply -> {
            if (letters.sent.size() == 1) {
                time.pass(Outbox.LEASE);
                sending.sweep();
            }
            return StubLetters.done(reply);
        });

        send(ANNA, SORRY);

        assertThat(replies.findByCase(id)).hasSize(1);
        assertThat(stage.events(id).stream().filter("ReplyRecorded"::equals)).hasSize(1);
    }

    @Test
    void whatIsOnItsWayIsNotRecordedByHandAsWell() {
        letters.answers(_ -> new Sent.Unsure("slow"));
        send(ANNA, SORRY);

        assertThat(
                        replies.answer(
                                id, stage.version(id), ANNA, new ReplyDraft(SORRY, "", time.now())))
                .isInstanceOf(Recording.Refused.class);
    }

    @Test
    void whatACrashLeftIsLookedForAsWell() {
        letters.answers(_ -> {
            throw new IllegalStateException("the node dies here");
        });
        try {
            send(ANNA, SORRY);
        } catch (IllegalStateException _) {
            // as a crash would leave it
        }
        letters.below.add(StubLetters.shown(SORRY, time.now()));

        later();
        assertThat(letters.sent).hasSize(1);
        time.pass(Outbox.LEASE);
        sending.sweep();

        assertThat(letters.sent).hasSize(1);
        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
    }

    @Test
    void whatTheNetworkTookWhileTheDatabaseWasAwayIsFoundThereAndNotSentTwice() {
        sendAndLoseTheDatabase();
        assertThat(replies.findByCase(id)).as("sent, and nobody knows here").isEmpty();
        letters.below.add(StubLetters.shown(SORRY, time.now()));

        time.pass(Outbox.LEASE);
        sending.sweep();
        time.pass(Outbox.LEASE);
        sending.sweep();

        assertThat(letters.sent).hasSize(1);
        assertThat(replies.findByCase(id)).hasSize(1);
        assertThat(stage.events(id, "ReplyRecorded")).isEqualTo(1);
        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
        assertThat(sending.findOpen(id)).isEmpty();
    }

    @Test
    void whatTheNetworkTookWhileTheDatabaseWasAwayIsTiedToItsCaseWhenItIsRead() {
        sendAndLoseTheDatabase();
        foundOnTheNetwork();
        letters.below.add(StubLetters.shown(SORRY, time.now()));
        time.pass(Outbox.LEASE);
        sending.sweep();

        assertThat(letters.sent).hasSize(1);
        assertThat(replies.findByCase(id)).as("one reply, however it came to be known").hasSize(1);
        assertThat(sending.findOpen(id)).isEmpty();
    }

    @Test
    void aNetworkThatIsSlowHoldsUpNoOtherReply() {
        var until = time.now().plus(Duration.ofMinutes(10));
        letters.answers(
                _ -> new Sent.Refused(new Refusal.RateLimited(Optional.of(until), "too many")));
        send(ANNA, SORRY);
        long other = stage.complaint("bob");
        cases.claim(other, stage.version(other), ANNA);
        sending.send(
                new Outbox.Wanted(
                        other, stage.version(other), ANNA, ReplyKind.ANSWER, SORRY, List.of()));
        var bothWereAsked = new CountDownLatch(2);
        letters.answers(reply -> {
            bothWereAsked.countDown();
            try {
                return bothWereAsked.await(30, TimeUnit.SECONDS)
                        ? StubLetters.done(reply)
                        : new Sent.Unsure("the other one was never asked");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        time.set(until);
        sending.sweep();

        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
        assertThat(cases.find(other).orElseThrow().answeredAt()).isPresent();
    }

    @Test
    void aRefusalForGoodWaitsForAPersonWhoTriesAgain() {
        letters.answers(_ -> new Sent.Refused(new Refusal.Unauthorised("The token was withdrawn")));
        send(ANNA, SORRY);
        later();

        var failed = sending.findOpen(id).getFirst();
        assertThat(failed.words()).isEqualTo("Not posted. The token was withdrawn.");
        assertThat(stage.events(id)).endsWith("ReplyNotPosted");
        assertThat(letters.sent).hasSize(1);
        assertThat(cases.find(id).orElseThrow().answeredAt()).isEmpty();

        letters.answers(StubLetters::done);
        assertThat(sending.tryAgain(failed.id(), id, stage.version(id), ANNA))
                .isInstanceOf(Outcome.Done.class);
        sending.sweep();
        assertThat(cases.find(id).orElseThrow().answeredAt()).isPresent();
    }

    @Test
    void aNetworkThatIsAskedTooOftenIsTriedWhenItSays() {
        var until = time.now().plus(Duration.ofMinutes(10));
        letters.answers(
                _ -> new Sent.Refused(new Refusal.RateLimited(Optional.of(until), "too many")));
        send(ANNA, SORRY);
        letters.answers(StubLetters::done);

        later();
        assertThat(letters.sent).hasSize(1);
        time.set(until);
        sending.sweep();
        assertThat(letters.sent).hasSize(2);
    }

    @Test
    void whatIsGivenUpIsNotSentAgainAndMakesRoomForAnother() {
        letters.answers(_ -> new Sent.Refused(new Refusal.Denied("too impolite")));
        send(ANNA, SORRY);
        assertThat(send(ANNA, "Another one.")).isInstanceOf(Dispatch.Refused.class);
        var failed = sending.findOpen(id).getFirst();

        assertThat(sending.drop(failed.id(), id, stage.version(id), BEN))
                .isInstanceOf(Outcome.TakenBy.class);
        sending.drop(failed.id(), id, stage.version(id), ANNA);
        assertThat(stage.events(id)).endsWith("ReplyNotPosted", "ReplyGivenUp");
        letters.answers(StubLetters::done);
        later();

        assertThat(letters.sent).hasSize(1);
        assertThat(send(ANNA, "Another one.")).isEqualTo(new Dispatch.Posted());
    }

    @Test
    void onlyWhoWorksOnTheCaseMayPost() {
        assertThat(send(BEN, SORRY))
                .isInstanceOfSatisfying(
                        Dispatch.Refused.class,
                        refused ->
                                assertThat(refused.outcome()).isInstanceOf(Outcome.TakenBy.class));
        assertThat(
                        sending.send(
                                new Outbox.Wanted(
                                        id,
                                        stage.version(id) - 1,
                                        ANNA,
                                        ReplyKind.ANSWER,
                                        SORRY,
                                        List.of())))
                .isInstanceOfSatisfying(
                        Dispatch.Refused.class,
                        refused -> assertThat(refused.outcome()).isInstanceOf(Outcome.Stale.class));
        assertThat(letters.sent).isEmpty();
    }

    @Test
    void wordsThatTheNetworkDoesNotTakeAreToldBeforeTheyAreSent() {
        assertThat(send(ANNA, "x".repeat(41)))
                .isInstanceOfSatisfying(
                        Dispatch.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems().getFirst().words())
                                        .isEqualTo(
                                                "The text is too long for Letters: 41 of 40"
                                                        + " characters."));
        assertThat(send(ANNA, "  ")).isInstanceOf(Dispatch.Invalid.class);
        assertThat(letters.sent).isEmpty();
    }

    @Test
    void aDeletedPostCannotBeAnswered() {
        stage.execute("UPDATE post SET deleted_at = NOW(6), text = ''");

        assertThat(sending.findWay(id)).isEmpty();
        assertThat(send(ANNA, SORRY)).isInstanceOf(Dispatch.Invalid.class);
    }

    private Dispatch send(Actor actor, String text) {
        return sending.send(
                new Outbox.Wanted(id, stage.version(id), actor, ReplyKind.ANSWER, text, List.of()));
    }

    /// The network says yes, and nothing can be written down.
    private void sendAndLoseTheDatabase() {
        letters.answers(reply -> {
            stage.execute(
                    """
                    CREATE TRIGGER database_away BEFORE UPDATE ON outgoing_reply FOR EACH ROW
                    SIGNAL SQLSTATE '08S01' SET MESSAGE_TEXT = 'The database is away'
                    """);
            return StubLetters.done(reply);
        });
        try {
            assertThatThrownBy(() -> send(ANNA, SORRY)).isInstanceOf(ConnectionException.class);
        } finally {
            stage.execute("DROP TRIGGER IF EXISTS database_away");
        }
    }

    private void later() {
        time.pass(Outbox.UNTIL_SHOWN);
        sending.sweep();
    }

    private void foundOnTheNetwork() {
        stage.post("r1")
                .network("letters")
                .author("kestrelcares")
                .text(SORRY)
                .inReplyTo("post of ann")
                .foundReply();
        linking.sweep();
    }
}
