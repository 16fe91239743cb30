package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.response.Recording.Invalid;
import firsthour.response.Recording.Recorded;
import firsthour.response.Recording.Refused;
import firsthour.response.ReplyDraft.Problem;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Outcome;
import firsthour.triage.ReplyKind;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class RepliesTest {
    private final Replies replies;
    private final Cases cases;
    private final Clocks clocks;
    private final Stage stage;
    private final ControlledTime time;

    RepliesTest(Replies replies, Cases cases, Clocks clocks, Stage stage, ControlledTime time) {
        this.replies = replies;
        this.cases = cases;
        this.clocks = clocks;
        this.stage = stage;
        this.time = time;
    }

    private long id;
    private Instant wrote = Instant.EPOCH;

    @BeforeEach
    void claimACase() {
        stage.reset();
        wrote = time.now();
        id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(10));
    }

    @Test
    void anAcknowledgementStopsItsClockAlone() {
        assertThat(replies.acknowledge(id, 1, ANNA, said("We look into it.")))
                .isInstanceOf(Recorded.class);
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::state)
                .containsExactly(ClockState.MET, ClockState.RUNNING);
        var after = cases.find(id).orElseThrow();
        assertThat(after.acknowledgedAt()).contains(time.now());
        assertThat(after.answeredAt()).isEmpty();
        assertThat(stage.events(id)).endsWith("ClockMet", "ReplyRecorded");
    }

    @Test
    void anAnswerAcknowledgesAsWell() {
        var recorded = replies.answer(id, 1, ANNA, said("A new one is on its way."));
        assertThat(recorded).isInstanceOf(Recorded.class);
        assertThat(clocks.findByCase(id)).extracting(CaseClock::state).containsOnly(ClockState.MET);
        var after = ((Recorded) recorded).changed();
        assertThat(after.acknowledgedAt()).contains(time.now());
        assertThat(after.answeredAt()).contains(time.now());
        assertThat(replies.findByCase(id))
                .extracting(Reply::kind, Reply::text, reply -> reply.memberName().orElse("-"))
                .containsExactly(tuple(ReplyKind.ANSWER, "A new one is on its way.", "Anna"));
    }

    @Test
    void aReplyCountsFromWhenItWasPostedNotFromWhenItWasRecorded() {
        time.pass(Duration.ofHours(3));
        var posted = wrote.plus(Duration.ofMinutes(5));
        replies.acknowledge(id, 1, ANNA, new ReplyDraft("Sorry.", "", posted));
        var clock = clocks.findByCase(id).getFirst();
        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.staffTime()).contains(Duration.ofMinutes(5));
    }

    @Test
    void theFirstWordStaysTheFirst() {
        replies.answer(id, 1, ANNA, said("We will send a new one."));
        time.pass(Duration.ofMinutes(5));
        replies.answer(id, 2, ANNA, said("It is on its way."));
        assertThat(cases.find(id).orElseThrow().answeredAt())
                .contains(wrote.plus(Duration.ofMinutes(10)));
        assertThat(replies.findByCase(id)).hasSize(2);
    }

    @Test
    void whoeverDoesNotHaveTheCaseStoresNothing() {
        assertThat(replies.answer(id, 1, BEN, said("Hello.")))
                .isEqualTo(new Refused(new Outcome.TakenBy("Anna")));
        assertThat(replies.answer(id, 0, ANNA, said("Hello.")))
                .isEqualTo(new Refused(new Outcome.Stale("Anna claimed the case.")));
        assertThat(replies.findByCase(id)).isEmpty();
        assertThat(stage.events(id)).doesNotContain("ReplyRecorded", "ClockMet");
    }

    @Test
    void aClosedCaseTakesNoReply() {
        cases.dismiss(id, 1, ANNA, DismissalReason.SPAM, "");
        assertThat(replies.answer(id, 2, ANNA, said("Hello.")))
                .isEqualTo(
                        new Refused(
                                new Outcome.NotPossible("The case is closed. Reopen it first.")));
    }

    @Test
    void aReplyNeedsItsWords() {
        assertThat(replies.answer(id, 1, ANNA, said("  ")))
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new Problem(
                                                "text", "Enter the words that you have posted."))));
        assertThat(replies.answer(id, 1, ANNA, said("x".repeat(20_001))))
                .isInstanceOf(Invalid.class);
        assertThat(stage.version(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org/x",
                "example.org/x",
                "https:///nowhere",
                "http://exa mple.org"
            })
    void aLinkLeadsToTheWeb(String url) {
        assertThat(replies.answer(id, 1, ANNA, new ReplyDraft("Hello.", url, time.now())))
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new Problem(
                                                "url",
                                                "Enter a link that begins with http:// or"
                                                        + " https://, or none."))));
    }

    @Test
    void aReplyLiesBetweenThePostAndNow() {
        var now = time.now();
        assertThat(at(now.plus(Duration.ofMinutes(5)).plusMillis(1))).isInstanceOf(Invalid.class);
        assertThat(at(wrote.minus(Duration.ofMinutes(1)))).isInstanceOf(Invalid.class);
        assertThat(at(now.plus(Duration.ofMinutes(5)))).isInstanceOf(Recorded.class);
        assertThat(cases.find(id).orElseThrow().answeredAt()).contains(now);
    }

    @Test
    void aReplyWithinTheMinuteOfThePostComesAfterIt() {
        stage.execute("UPDATE post SET published_at = '2026-11-16 12:20:40'");
        stage.execute("UPDATE mention SET published_at = '2026-11-16 12:20:40'");
        assertThat(at(wrote)).isInstanceOf(Recorded.class);
        assertThat(cases.find(id).orElseThrow().answeredAt())
                .contains(wrote.plus(Duration.ofSeconds(40)));
        // No post waits for a next reply.
        assertThat(clocks.findByCase(id)).extracting(CaseClock::state).containsOnly(ClockState.MET);
    }

    @Test
    void afterReopeningTheEpisodeHasItsOwnWords() {
        replies.answer(id, 1, ANNA, said("Sorry, a new one is on its way."));
        cases.resolve(id, 2, ANNA);
        time.pass(Duration.ofDays(1));
        cases.reopen(id, 3, ANNA);
        time.pass(Duration.ofMinutes(30));
        assertThat(replies.answer(id, 4, ANNA, new ReplyDraft("Old.", "", wrote)))
                .isInstanceOf(Invalid.class);
        replies.answer(id, 4, ANNA, said("It got lost, here is another."));
        assertThat(cases.find(id).orElseThrow().answeredAt()).contains(time.now());
        assertThat(replies.findByCase(id)).extracting(Reply::episode).containsExactly(1, 2);
        assertThat(clocks.findByCase(id)).extracting(CaseClock::state).containsOnly(ClockState.MET);
    }

    @Test
    void aReplyWithinTheMinuteOfReopeningComesAfterIt() {
        replies.answer(id, 1, ANNA, said("Sorry, a new one is on its way."));
        cases.resolve(id, 2, ANNA);
        time.pass(Duration.ofDays(1).plusSeconds(40));
        var reopened = time.now();
        cases.reopen(id, 3, ANNA);
        time.pass(Duration.ofSeconds(10));
        var minute = reopened.truncatedTo(ChronoUnit.MINUTES);
        replies.answer(id, 4, ANNA, new ReplyDraft("It got lost.", "", minute));
        assertThat(minute).isBefore(reopened);
        assertThat(cases.find(id).orElseThrow().answeredAt()).contains(reopened);
    }

    private Recording at(Instant posted) {
        return replies.answer(id, 1, ANNA, new ReplyDraft("Hello.", "", posted));
    }

    private ReplyDraft said(String text) {
        return new ReplyDraft(text, "https://social.example/1", time.now());
    }
}
