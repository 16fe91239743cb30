package firsthour.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.delivery.Channels;
import firsthour.delivery.Deliveries;
import firsthour.delivery.Delivery;
import firsthour.delivery.DeliveryTestBeans;
import firsthour.delivery.Message;
import firsthour.delivery.SteeredTime;
import firsthour.events.Event;
import firsthour.events.EventLog;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = DeliveryTestBeans.STEERED, value = "true")
@Property(name = "firsthour.public-url", value = "https://desk.example.com/")
class AlertsTest {
    private static final String HOOK = "https://hooks.example.com/services/T1/B1/secret-of-hook";

    @Inject SteeredTime time;
    @Inject Alerts alerts;
    @Inject AlertRules rules;
    @Inject AlertText text;
    @Inject Channels channels;
    @Inject Deliveries deliveries;
    @Inject EventLog events;
    @Inject Rows rows;
    @Inject TransactionOperations<Connection> transactions;

    private Instant opened = Instant.EPOCH;

    @BeforeEach
    void oneOpenCaseOfKestrelAndNoChannels() {
        channels.list().forEach(channel -> channels.remove(channel.id()));
        for (var table :
                List.of(
                        "event_pending",
                        "event_log",
                        "reply",
                        "clock",
                        "promise",
                        "cases",
                        "team",
                        "mention",
                        "post",
                        "source",
                        "brand",
                        "member")) {
            rows.execute("DELETE FROM " + table);
        }
        opened = time.instant();
        insert("brand", "id, name, zone, created_at", "1, 'Kestrel & Co', 'Europe/Berlin', now()");
        insert("brand", "id, name, zone, created_at", "2, 'Heron', 'UTC', now()");
        insert(
                "member",
                "id, email, name, role, zone, password_hash, created_at",
                "5, 'ana@example.com', 'Ana', 'AGENT', 'UTC', '', now()");
        insert(
                "source",
                "id, network, name, settings, created_at",
                "1, 'mastodon', 'Mastodon', '{}', now()");
        insert(
                "post",
                "id, source_id, external_id, network, url, text, content_key, author_handle,"
                        + " followers, published_at, detected_at, history",
                "1, 1, 'x', 'mastodon', 'https://social.example/1', 'Third time I ask where my"
                        + " order is.', '', '@mia', 4100, "
                        + quoted(opened.minusSeconds(120))
                        + ", "
                        + quoted(opened)
                        + ", FALSE");
        insert(
                "mention",
                "id, post_id, brand_id, state, verdict, reason, published_at, detected_at",
                "1, 1, 1, 'TRIAGED', 'FLAGGED', 'negative toward Kestrel, 0.94', now(), now()");
        insert(
                "cases",
                "id, brand_id, kind, state, mention_id, network, author_handle, priority,"
                        + " priority_reasons, episode_started_at, opened_at",
                "7, 1, 'COMPLAINT', 'OPEN', 1, 'mastodon', '@mia', 60, '[{\"points\":10,"
                        + "\"reason\":\"4,100 followers\"},{\"points\":40,\"reason\":\"asked three"
                        + " times\"}]', "
                        + quoted(opened)
                        + ", "
                        + quoted(opened));
        clock(31, "ACKNOWLEDGEMENT", Duration.ofHours(1));
        clock(32, "ANSWER", Duration.ofHours(24));
    }

    @Test
    void tellsANewCaseAtOrOverThePriorityOfTheRule() {
        addChannel("sixty", 60, null);
        addChannel("over", 61, null);
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        sweep();

        assertThat(told()).containsExactly("sixty NEW_CASE");
    }

    @Test
    void tellsCasesOfTheRulesBrandOnly() {
        addChannel("kestrel", 0, 1L);
        addChannel("heron", 0, 2L);
        addChannel("all", 0, null);
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        sweep();

        assertThat(told()).containsExactlyInAnyOrder("kestrel NEW_CASE", "all NEW_CASE");
    }

    @Test
    void tellsBreachesAndWarningsOfTheAcknowledgementButNoOtherWarning() {
        addChannel("all", AlertRules.HIGHEST_PRIORITY, null);
        happened(new Event.ClockWarned(7, 1, 32, "ANSWER", 80));
        sweep();
        assertThat(told()).isEmpty();

        happened(new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 80));
        happened(new Event.ClockBreached(7, 1, 31, "ACKNOWLEDGEMENT", opened));
        happened(new Event.ClockBreached(7, 1, 32, "ANSWER", opened));
        sweep();
        assertThat(told()).containsExactly("all BREACH", "all BREACH", "all ACKNOWLEDGEMENT_SOON");
    }

    @Test
    void obeysWhatWasChangedInARule() {
        addChannel("all", 0, null);
        for (var rule : rules.list()) {
            rules.change(rule.id(), rule.kind() == AlertKind.BREACH, 61, null);
        }
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 80));
        happened(new Event.ClockBreached(7, 1, 31, "ACKNOWLEDGEMENT", opened));
        sweep();
        assertThat(told()).isEmpty();

        rows.execute("UPDATE cases SET priority = 61");
        happened(new Event.ClockBreached(7, 1, 32, "ANSWER", opened));
        sweep();
        assertThat(told()).containsExactly("all BREACH");
    }

    @Test
    void tellsEachEventOnceThoughManyNodesSweepAtOnce() throws Exception {
        addChannel("all", 0, null);
        IntStream.range(0, 40)
                .forEach(i -> happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60)));
        Callable<Integer> sweep =
                () -> {
                    var all = 0;
                    for (var some = alerts.sweep(3); some > 0; some = alerts.sweep(3)) {
                        all += some;
                    }
                    return all;
                };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : nodes.invokeAll(List.of(sweep, sweep, sweep, sweep))) {
                node.get();
            }
        }
        sweep();

        assertThat(told()).hasSize(40);
    }

    @Test
    void settlesAnEventTogetherWithItsDeliveriesOrNotAtAll() {
        addChannel("all", 0, null);
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        transactions.executeWrite(status -> {
            alerts.sweep(10);
            status.setRollbackOnly();
            return true;
        });
        assertThat(told()).isEmpty();

        sweep();
        assertThat(told()).containsExactly("all NEW_CASE");
    }

    @Test
    void addsNothingForAChannelThatIsOffButKeepsWhatARefusedOneIsOwed() {
        var off = addChannel("off", 0, null);
        channels.disable(off);
        var refused = addChannel("refused", 0, null);
        rows.execute("UPDATE channel SET refused = '404 no_service' WHERE id = " + refused);
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        sweep();

        assertThat(told()).containsExactly("refused NEW_CASE");
    }

    @Test
    void aChannelThatIsNewIsToldWhatItMissed() {
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        happened(new Event.CaseClaimed(7, 1, 5));
        happened(new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 50));
        happened(new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 80));
        happened(new Event.ClockWarned(7, 1, 32, "ANSWER", 80));
        happened(new Event.ClockBreached(7, 1, 31, "ACKNOWLEDGEMENT", opened));
        happened(new Event.PromiseNearlyDue(7, 1, 9));
        happened(new Event.PromiseBroken(7, 1, 9, opened));
        happened(new Event.SecondLookAsked(7, 1, 5, 9, "ANSWER", 0, opened));
        var late = addChannel("late", 0, null);

        assertThat(alerts.catchUp(late, opened, 20)).isEqualTo(6);
        assertThat(told())
                .containsExactly(
                        "late SECOND_LOOK",
                        "late PROMISE",
                        "late PROMISE",
                        "late BREACH",
                        "late ACKNOWLEDGEMENT_SOON",
                        "late NEW_CASE");

        rows.execute("UPDATE alert_rule SET enabled = TRUE WHERE kind = 'WARNING'");
        assertThat(alerts.catchUp(late, opened, 20)).as("nothing is told twice").isEqualTo(2);
        assertThat(told()).startsWith("late WARNING", "late WARNING").hasSize(8);
    }

    @Test
    void whatANewChannelMissedIsFoundBehindManyEventsThatNobodyIsTold() {
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        for (int i = 0; i < 250; i++) {
            happened(new Event.CaseClaimed(7, 1, 5));
        }
        assertThat(alerts.catchUp(addChannel("late", 0, null), opened, 20)).isEqualTo(1);
        assertThat(told()).containsExactly("late NEW_CASE");
    }

    @Test
    void ofWhatANewChannelMissedTheNewestCountsAndOnlyOfOpenCases() {
        happened(new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        time.pass(Duration.ofHours(1));
        var since = time.instant();
        happened(new Event.ClockBreached(7, 1, 31, "ACKNOWLEDGEMENT", opened));
        happened(new Event.PromiseBroken(7, 1, 9, opened));
        happened(new Event.ClockWarned(7, 1, 32, "ANSWER", 50));
        happened(new Event.SecondLookAsked(7, 1, 5, 9, "ANSWER", 0, opened));

        assertThat(alerts.catchUp(addChannel("two", 0, null), since, 2)).isEqualTo(2);
        assertThat(told())
                .as("what nobody wants to be told takes no place")
                .containsExactly("two SECOND_LOOK", "two PROMISE");
        assertThat(alerts.catchUp(addChannel("all", 0, null), since, 20)).isEqualTo(3);
        assertThat(alerts.catchUp(addChannel("urgent", 61, null), opened, 20))
                .as("of new cases the urgent alone")
                .isEqualTo(3);
        assertThat(alerts.catchUp(addChannel("heron", 0, 2L), opened, 20)).isZero();
        rows.execute("UPDATE cases SET state = 'RESOLVED'");
        assertThat(alerts.catchUp(addChannel("later", 0, null), opened, 20)).isZero();
    }

    @Test
    void saysTimeLeftWordsReasonsAuthorAndTheWayToTheCase() {
        time.pass(Duration.ofMinutes(2));
        rows.execute("UPDATE post SET reposts = 1");
        var message = compose(AlertKind.NEW_CASE, new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));

        assertThat(message.headline())
                .isEqualTo("58 min left to acknowledge · New complaint · Kestrel & Co");
        assertThat(message.news()).isNull();
        assertThat(message.quote()).isEqualTo("Third time I ask where my order is.");
        assertThat(message.reasons())
                .as("each reason once: the followers stand with the author")
                .containsExactly("negative toward Kestrel, 0.94", "asked three times");
        assertThat(message.about())
                .containsExactly(
                        "@mia",
                        "4,100 followers",
                        "1 repost",
                        "Mastodon, " + at(-2),
                        "priority 60");
        assertThat(message.post()).hasToString("https://social.example/1");
        assertThat(message.button())
                .isEqualTo(
                        new Message.Button(
                                "Open the case", URI.create("https://desk.example.com/cases/7")));
    }

    @Test
    void saysNoReasonTwice() {
        rows.execute("UPDATE mention SET reason = 'negative, probability 0.94 (cases from 0.50)'");
        rows.execute(
                "UPDATE cases SET priority_reasons = '[{\"points\":20,\"reason\":\"a complaint\"},"
                        + "{\"points\":38,\"reason\":\"94 % likely negative\"},"
                        + "{\"points\":28,\"reason\":\"severity 71\"}]'");
        var message = compose(AlertKind.NEW_CASE, new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));
        assertThat(message.reasons())
                .containsExactly("negative, probability 0.94 (cases from 0.50)", "severity 71");

        rows.execute("UPDATE mention SET reason = 'rated 1 of 5'");
        rows.execute(
                "UPDATE cases SET priority_reasons ="
                        + " '[{\"points\":10,\"reason\":\"rated 1 of 5\"}]'");
        assertThat(
                        compose(AlertKind.NEW_CASE, new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60))
                                .reasons())
                .containsExactly("rated 1 of 5");
    }

    @Test
    void saysHowMuchTimeIsLeftWhenItIsSentAndWhoKeepsTheCase() {
        var warned = new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 80);
        time.pass(Duration.ofMinutes(48));
        var eventId = happened(warned);
        assertThat(text.compose("ACKNOWLEDGEMENT_SOON", eventId).headline())
                .isEqualTo("12 min left to acknowledge · Kestrel & Co");
        assertThat(text.compose("ACKNOWLEDGEMENT_SOON", eventId).reasons())
                .startsWith("Nobody has claimed it");

        rows.execute("UPDATE cases SET assignee_id = 5");
        time.pass(Duration.ofMinutes(20));
        assertThat(text.compose("ACKNOWLEDGEMENT_SOON", eventId).headline())
                .isEqualTo("8 min late to acknowledge · Kestrel & Co");
        assertThat(text.compose("ACKNOWLEDGEMENT_SOON", eventId).reasons())
                .startsWith("Ana keeps it");
    }

    @Test
    void namesTheClockThatWasBreached() {
        time.pass(Duration.ofHours(26));
        rows.execute("UPDATE clock SET state = 'BREACHED', breached_at = due_at");
        assertThat(
                        compose(
                                        AlertKind.BREACH,
                                        new Event.ClockBreached(7, 1, 32, "ANSWER", opened))
                                .headline())
                .isEqualTo("2 h late · the answer · Kestrel & Co");
    }

    @Test
    void saysWhenItWasAcknowledgedMeanwhile() {
        rows.execute("UPDATE cases SET assignee_id = 5, acknowledged_at = " + quoted(opened));
        rows.execute("UPDATE clock SET state = 'MET', met_at = due_at WHERE id = 31");
        insert(
                "reply",
                "case_id, episode, kind, text, posted_at, recorded_at, member_id",
                "7, 1, 'ACKNOWLEDGEMENT', '', now(), now(), 5");
        var message =
                compose(
                        AlertKind.ACKNOWLEDGEMENT_SOON,
                        new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 80));

        assertThat(message.headline()).isEqualTo("Acknowledged · Kestrel & Co");
        assertThat(message.news()).startsWith("Since then: acknowledged by Ana at " + at(0));
    }

    @Test
    void saysWhoDismissedTheCaseMeanwhile() {
        happened(new Event.CaseDismissed(7, 1, 5, "NOT_OURS"));
        rows.execute(
                "UPDATE cases SET state = 'DISMISSED', dismissal_reason = 'NOT_OURS', closed_at = "
                        + quoted(opened));
        var message = compose(AlertKind.NEW_CASE, new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));

        assertThat(message.headline()).isEqualTo("Closed meanwhile: complaint · Kestrel & Co");
        assertThat(message.news())
                .isEqualTo("Since then: dismissed as not ours by Ana at " + at(0) + ".");
    }

    @Test
    void quotesNothingOfAPostThatWasDeletedMeanwhile() {
        rows.execute(
                "UPDATE post SET text = '', author_handle = NULL, deleted_at = now(6) WHERE id = 1");
        var message = compose(AlertKind.NEW_CASE, new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60));

        assertThat(message.news()).isEqualTo("Since then: the post is no longer kept.");
        assertThat(message.quote()).isNull();
        assertThat(message.post()).isNull();
        assertThat(message.toString()).doesNotContain("mia", "followers\"");
    }

    @Test
    void saysThatABreachWasWithdrawnWhenAnEarlierReplyIsFound() {
        rows.execute("UPDATE clock SET state = 'MET', met_at = started_at WHERE id = 31");
        var message =
                compose(
                        AlertKind.BREACH,
                        new Event.ClockBreached(7, 1, 31, "ACKNOWLEDGEMENT", opened));

        assertThat(message.headline()).doesNotContain("min late");
        assertThat(message.news()).contains("the reply was in time");
    }

    @Test
    void tellsThatAColleagueIsAskedForASecondLookAndThatItIsOver() {
        insert(
                "second_look",
                "id, case_id, episode, kind, asked_by, keeper_id, asked_words, words, reasons,"
                        + " asked_at, due_at, state",
                "9, 7, 1, 'ANSWER', 5, 5, 'Our words.', 'Our words.', '{}', %s, %s, 'OPEN'"
                        .formatted(quoted(opened), quoted(opened.plus(Duration.ofMinutes(15)))));
        addChannel("all", 0, null);
        var asked = new Event.SecondLookAsked(7, 1, 5, 9, "ANSWER", 0, opened);
        var eventId = happened(asked);
        sweep();
        assertThat(told()).containsExactly("all SECOND_LOOK");
        var message = text.compose("SECOND_LOOK", eventId);
        assertThat(message.headline()).isEqualTo("15 min left for a second look · Kestrel & Co");
        assertThat(message.toString()).doesNotContain("Our words.");

        rows.execute("UPDATE second_look SET state = 'APPROVED'");
        assertThat(text.compose("SECOND_LOOK", eventId).headline())
                .isEqualTo("A second look was asked for, and is over · Kestrel & Co");
    }

    @Test
    void remindsWhoKeepsTheCaseOfAPromiseAlsoWhenItIsClosed() {
        insert(
                "promise",
                "id, case_id, episode, words, made_by, made_at, due_at, state, remind_at",
                "9, 7, 1, 'We call her.', 5, %s, %s, 'OPEN', %s"
                        .formatted(
                                quoted(opened),
                                quoted(opened.plus(Duration.ofMinutes(30))),
                                quoted(opened)));
        rows.execute("UPDATE cases SET assignee_id = 5, state = 'RESOLVED'");
        addChannel("all", 0, null);
        var near = happened(new Event.PromiseNearlyDue(7, 1, 9));
        happened(new Event.PromiseBroken(7, 1, 9, opened));
        sweep();
        assertThat(told()).containsExactly("all PROMISE", "all PROMISE");
        assertThat(text.compose("PROMISE", near).headline())
                .isEqualTo("Ana · 30 min left: a promise to the customer · Kestrel & Co");
        assertThat(text.compose("PROMISE", near).toString()).doesNotContain("We call her.");

        rows.execute("UPDATE promise SET kept_at = due_at, state = 'KEPT'");
        assertThat(text.compose("PROMISE", near).headline())
                .isEqualTo("Ana · A promise to the customer was kept · Kestrel & Co");
        rows.execute("UPDATE promise SET kept_at = NULL, state = 'WITHDRAWN'");
        assertThat(text.compose("PROMISE", near).headline()).contains("holds no more");
    }

    @Test
    void warnsOfTimeThatRunsOutOnlyWhereSomebodyWantsIt() {
        addChannel("all", 0, null);
        var warned = happened(new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 50));
        sweep();
        assertThat(told()).isEmpty();

        rows.execute("UPDATE alert_rule SET enabled = TRUE WHERE kind = 'WARNING'");
        happened(new Event.ClockWarned(7, 1, 31, "ANSWER", 80));
        sweep();
        assertThat(told()).containsExactly("all WARNING");
        assertThat(text.compose("WARNING", warned).headline())
                .as("whose it is, where somebody has it")
                .isEqualTo("1 h left: the acknowledgement · Kestrel & Co");
        rows.execute("UPDATE cases SET assignee_id = 5");
        assertThat(text.compose("WARNING", warned).headline()).startsWith("Ana · 1 h left");
        rows.execute("UPDATE clock SET state = 'MET', met_at = started_at WHERE id = 31");
        assertThat(text.compose("WARNING", warned).headline())
                .contains("It is there by now: the acknowledgement");
    }

    @Test
    void aWarningAboutACaseThatNobodyHasIsForItsTeam() {
        insert("team", "id, name, created_at", "3, 'Support', now()");
        rows.execute("UPDATE cases SET assignee_id = NULL, team_id = 3");
        var warned = new Event.ClockWarned(7, 1, 31, "ACKNOWLEDGEMENT", 50);
        var message = compose(AlertKind.WARNING, warned);
        assertThat(message.headline()).startsWith("Support · ");
        assertThat(message.reasons()).contains("Nobody of Support has claimed it");
    }

    @Test
    void saysSoWhenNothingIsLeftOfTheCase() {
        var eventId = happened(new Event.CaseOpened(99, 1, 1, "COMPLAINT", 60));
        assertThat(text.compose("NEW_CASE", eventId).news()).contains("erased");
    }

    @Test
    void showsStarsWhereThereIsNoText() {
        rows.execute("UPDATE post SET text = '', rating = 1");
        assertThat(
                        compose(AlertKind.NEW_CASE, new Event.CaseOpened(7, 1, 1, "COMPLAINT", 60))
                                .quote())
                .isEqualTo("★☆☆☆☆ (no text)");
    }

    private Message compose(AlertKind kind, Event event) {
        return text.compose(kind.name(), happened(event));
    }

    private long happened(Event event) {
        transactions.executeWrite(status -> {
            events.append(event);
            return true;
        });
        return Long.parseLong(rows.column("SELECT MAX(id) FROM event_log").getFirst());
    }

    private void sweep() {
        alerts.sweep(100);
    }

    private List<String> told() {
        return deliveries.listNewest(100).stream()
                .map((Delivery told) -> told.channel() + " " + told.rule())
                .toList();
    }

    private long addChannel(String name, int minPriority, @Nullable Long brandId) {
        var added = rules.addSlack(name, HOOK, minPriority, brandId);
        return ((Channels.Added.Done) added).channel().id();
    }

    private void clock(long id, String kind, Duration target) {
        insert(
                "clock",
                "id, case_id, brand_id, episode, kind, state, target_seconds, started_at, half_at,"
                        + " warn_at, due_at",
                "%d, 7, 1, 1, '%s', 'RUNNING', %d, %s, %s, %s, %s"
                        .formatted(
                                id,
                                kind,
                                target.toSeconds(),
                                quoted(opened),
                                quoted(opened.plus(target.dividedBy(2))),
                                quoted(opened.plus(target.multipliedBy(8).dividedBy(10))),
                                quoted(opened.plus(target))));
    }

    private void insert(String table, String columns, String values) {
        rows.execute("INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")");
    }

    private String at(int minutesFromOpening) {
        return Times.at(
                opened.plus(Duration.ofMinutes(minutesFromOpening)),
                time.instant(),
                ZoneId.of("Europe/Berlin"));
    }

    private static String quoted(Instant instant) {
        return "'" + instant.toString().replace('T', ' ').replace("Z", "") + "'";
    }
}
