package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static firsthour.triage.Stage.BEN;
import static firsthour.triage.Stage.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import firsthour.clocks.CaseClock;
import firsthour.clocks.ClockKind;
import firsthour.clocks.ClockState;
import firsthour.clocks.Clocks;
import firsthour.response.Recording.Invalid;
import firsthour.response.Recording.Recorded;
import firsthour.response.Recording.Refused;
import firsthour.time.ControlledTime;
import firsthour.triage.Cases;
import firsthour.triage.Stage;
import firsthour.triage.Triage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class ContactsTest {
    private final Contacts contacts;
    private final Replies replies;
    private final Cases cases;
    private final Clocks clocks;
    private final Triage triage;
    private final Stage stage;
    private final ControlledTime time;
    private long id;
    private Instant wrote = Instant.EPOCH;

    ContactsTest(
            Contacts contacts,
            Replies replies,
            Cases cases,
            Clocks clocks,
            Triage triage,
            Stage stage,
            ControlledTime time) {
        this.contacts = contacts;
        this.replies = replies;
        this.cases = cases;
        this.clocks = clocks;
        this.triage = triage;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void annaHasAComplaint() {
        stage.reset();
        wrote = time.now();
        id = stage.complaint("ann");
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(10));
    }

    @Test
    void withoutAPublicWordItStopsNoClock() {
        assertThat(record(time.now())).isInstanceOf(Recorded.class);
        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::state)
                .containsOnly(ClockState.RUNNING);
        assertThat(cases.find(id).orElseThrow().answeredAt()).isEmpty();
        assertThat(stage.events(id)).endsWith("PrivateContactRecorded");
    }

    @Test
    void afterAPublicWordItIsTheAnswer() {
        acknowledge();
        time.pass(Duration.ofMinutes(20));
        record(time.now());

        var after = cases.find(id).orElseThrow();
        assertThat(after.answeredAt()).contains(time.now());
        assertThat(after.acknowledgedAt()).contains(wrote.plus(Duration.ofMinutes(10)));
        assertThat(clocks.findByCase(id)).extracting(CaseClock::state).containsOnly(ClockState.MET);
        assertThat(clocks.findByCase(id).getLast().staffTime()).contains(Duration.ofMinutes(30));
    }

    @Test
    void theLaterOfBothIsWhenItWasAnswered() {
        record(time.now());
        time.pass(Duration.ofMinutes(20));
        acknowledge();

        assertThat(cases.find(id).orElseThrow().answeredAt()).contains(time.now());
        assertThat(clocks.findByCase(id)).extracting(CaseClock::state).containsOnly(ClockState.MET);
        assertThat(replies.findByCase(id)).hasSize(1);
    }

    @Test
    void whatTheyWroteInPublicStillWaitsForAPublicReply() {
        acknowledge();
        time.pass(Duration.ofMinutes(5));
        stage.post("again").author("ann").text("Hello? Anybody?").mention();
        triage.sweep();
        time.pass(Duration.ofMinutes(5));
        record(time.now());

        assertThat(clocks.findByCase(id))
                .extracting(CaseClock::kind, CaseClock::state)
                .contains(
                        tuple(ClockKind.ANSWER, ClockState.MET),
                        tuple(ClockKind.NEXT_REPLY, ClockState.RUNNING));
    }

    @Test
    void oneWithinTheMinuteOfThePostComesAfterIt() {
        stage.execute("UPDATE post SET published_at = '2026-11-16 12:20:40'");
        assertThat(record(wrote)).isInstanceOf(Recorded.class);
        assertThat(contacts.findByCase(id))
                .extracting(Contact::at)
                .containsExactly(wrote.plusSeconds(40));
    }

    @Test
    void aContactOfAnEarlierEpisodeAnswersNoLaterOne() {
        acknowledge();
        record(time.now());
        cases.resolve(id, stage.version(id), ANNA);
        time.pass(Duration.ofDays(1));
        cases.reopen(id, stage.version(id), ANNA);
        time.pass(Duration.ofMinutes(5));
        acknowledge();
        assertThat(cases.find(id).orElseThrow().answeredAt()).isEmpty();
        assertThat(record(wrote.plus(Duration.ofMinutes(10)))).isInstanceOf(Invalid.class);
    }

    @Test
    void whoDoesNotHaveTheCaseRecordsNothing() {
        assertThat(contacts.record(id, stage.version(id), BEN, ContactWay.MAIL, "", time.now()))
                .isInstanceOf(Refused.class);
        assertThat(contacts.record(id, stage.version(id), VERA, ContactWay.MAIL, "", time.now()))
                .isInstanceOf(Refused.class);
        assertThat(contacts.record(id, 0, ANNA, ContactWay.MAIL, "", time.now()))
                .isInstanceOf(Refused.class);
        assertThat(stage.one("SELECT COUNT(*) FROM private_contact")).isEqualTo("0");
    }

    @Test
    void itLiesBetweenThePostAndNow() {
        assertThat(record(time.now().plus(Duration.ofMinutes(6)))).isInstanceOf(Invalid.class);
        assertThat(record(wrote.minus(Duration.ofMinutes(2)))).isInstanceOf(Invalid.class);
        assertThat(record(wrote)).isInstanceOf(Recorded.class);
    }

    @Test
    void whatWasSaidIsForColleaguesAndNotInTheLog() {
        contacts.record(
                id, stage.version(id), ANNA, ContactWay.PHONE, "Wants a new lid.", time.now());
        assertThat(stage.one("SELECT note FROM private_contact")).isEqualTo("Wants a new lid.");
        assertThat(stage.column("SELECT data FROM event_log"))
                .noneMatch(data -> data.contains("lid"));
    }

    private void acknowledge() {
        replies.acknowledge(
                id, stage.version(id), ANNA, new ReplyDraft("We look into it.", "", time.now()));
    }

    private Recording record(Instant at) {
        return contacts.record(id, stage.version(id), ANNA, ContactWay.PHONE, "", at);
    }
}
