package firsthour.response;

import static firsthour.triage.Stage.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.clocks.Breaches;
import firsthour.response.TimelineEntry.CustomerWrote;
import firsthour.response.TimelineEntry.Happened;
import firsthour.response.TimelineEntry.InPrivate;
import firsthour.response.TimelineEntry.Noted;
import firsthour.response.TimelineEntry.Waived;
import firsthour.response.TimelineEntry.WeReplied;
import firsthour.time.ControlledTime;
import firsthour.triage.CaseViews;
import firsthour.triage.Cases;
import firsthour.triage.DismissalReason;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class TimelineTest {
    private static final String WE_WILL = "Sorry. We will send you a new one today.";

    private final Timeline timeline;
    private final CaseViews views;
    private final Cases cases;
    private final Replies replies;
    private final Contacts contacts;
    private final FoundReplyLinking linking;
    private final Breaches breaches;
    private final Stage stage;
    private final ControlledTime time;

    TimelineTest(
            Timeline timeline,
            CaseViews views,
            Cases cases,
            Replies replies,
            Contacts contacts,
            FoundReplyLinking linking,
            Breaches breaches,
            Stage stage,
            ControlledTime time) {
        this.timeline = timeline;
        this.views = views;
        this.cases = cases;
        this.replies = replies;
        this.contacts = contacts;
        this.linking = linking;
        this.breaches = breaches;
        this.stage = stage;
        this.time = time;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void tellsTheCaseInTheOrderInWhichThingsHappened() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(61));
        breaches.sweep();
        time.pass(Duration.ofMinutes(1));
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(1));
        replies.answer(id, 1, ANNA, new ReplyDraft(WE_WILL, "", time.now()));
        time.pass(Duration.ofMinutes(1));
        cases.dismiss(id, 2, ANNA, DismissalReason.OTHER, "Called her.");

        assertThat(told(id))
                .containsExactly(
                        "0 wrote",
                        "0 Flagged as a complaint, priority 56.",
                        "60 The deadline for the acknowledgement passed.",
                        "62 Anna claimed the case.",
                        "63 ANSWER by Anna",
                        "64 Anna dismissed the case: another reason.",
                        "64 note: Called her.");
    }

    @Test
    void whatIsEnteredInWholeMinutesStandsAfterWhatWasDoneInItsMinuteBefore() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(5));
        var minute = time.now();
        time.pass(Duration.ofSeconds(20));
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofSeconds(20));
        replies.acknowledge(id, 1, ANNA, new ReplyDraft("We look into it.", "", minute));
        time.pass(Duration.ofMinutes(2));
        contacts.record(id, stage.version(id), ANNA, ContactWay.PHONE, "", minute);

        assertThat(told(id))
                .endsWith(
                        "5 Anna claimed the case.",
                        "5 ACKNOWLEDGEMENT by Anna",
                        "5 Anna spoke by phone");
    }

    @Test
    void whatIsFoundOnTheNetworkStandsAtTheTimeThatTheNetworkTells() {
        var id = stage.complaint("ann");
        time.pass(Duration.ofMinutes(5));
        stage.post("ours")
                .author("kestrelcares")
                .text(WE_WILL)
                .inReplyTo("post of ann")
                .foundReply();
        time.pass(Duration.ofSeconds(20));
        cases.claim(id, 0, ANNA);
        time.pass(Duration.ofMinutes(2));
        linking.sweep();

        assertThat(told(id)).containsSubsequence("5 ANSWER by ?", "5 Anna claimed the case.");
    }

    private List<String> told(long id) {
        return timeline.of(views.find(id).orElseThrow()).stream().map(TimelineTest::said).toList();
    }

    private static String said(TimelineEntry entry) {
        var minute =
                Duration.between(Instant.parse("2026-11-16T12:20:00Z"), entry.at()).toMinutes();
        return minute
                + " "
                + switch (entry) {
                    case CustomerWrote _ -> "wrote";
                    case WeReplied reply -> reply.kind() + " by " + reply.who().orElse("?");
                    case Happened happened -> happened.words();
                    case InPrivate contact -> contact.who() + " spoke " + contact.how();
                    case Waived waived -> waived.who() + " let stand " + waived.what();
                    case Noted note -> "note: " + note.text();
                };
    }
}
