package firsthour.delivery;

import static firsthour.delivery.DeliveryState.FAILED;
import static firsthour.delivery.DeliveryState.PENDING;
import static firsthour.delivery.DeliveryState.SENDING;
import static firsthour.delivery.DeliveryState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.delivery.Chat.Reply;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = DeliveryTestBeans.STEERED, value = "true")
@Property(name = DeliveryTestBeans.CANNED, value = "true")
class DeliveriesTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Inject SteeredTime time;
    @Inject Channels channels;
    @Inject ChannelRows channelRows;
    @Inject DeliveryRows rows;
    @Inject Outbox outbox;
    @Inject Sender sender;
    @Inject Deliveries deliveries;
    @Inject TransactionOperations<Connection> transactions;

    private Chat chat;
    private long channel;

    @BeforeEach
    void addsAChannel() {
        chat = new Chat(time);
        channel = added(channels.addSlack("", chat.address())).id();
    }

    @AfterEach
    void removesTheChannel() {
        channels.remove(channel);
        chat.close();
    }

    @Test
    void sendsTheOldestFirstAndNeverTwoWithinASecond() {
        enqueue(1, 5);
        deliveries.sweep(LONG);

        assertThat(chat.keys()).containsExactly("key-1", "key-2", "key-3", "key-4", "key-5");
        assertSpacing();
        assertThat(log()).allMatch(delivery -> delivery.state() == SENT);
        assertThat(log()).allMatch(delivery -> "200 ok".equals(delivery.lastAnswer()));
    }

    @Test
    void beginsNoRequestAfterTheSweepsTime() {
        enqueue(1, 9);
        deliveries.sweep(Duration.ofMillis(2500));

        assertThat(chat.keys()).containsExactly("key-1", "key-2", "key-3");
    }

    @Test
    void neverSendsOneDeliveryTwiceThoughManyNodesSweepAtOnce() throws Exception {
        enqueue(1, 20);
        var nodes = IntStream.range(0, 4).mapToObj(node -> anotherNode()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sweeps = threads.invokeAll(nodes.stream().map(this::sweeping).toList());
            for (var sweep : sweeps) {
                sweep.get();
            }
        }
        deliveries.sweep(LONG);

        assertThat(chat.keys()).hasSize(20).doesNotHaveDuplicates();
        assertSpacing();
    }

    @Test
    void addsTheSameAlertOnce() {
        enqueue(1, 1);
        enqueue(1, 1);
        deliveries.sweep(LONG);

        assertThat(chat.keys()).containsExactly("key-1");
    }

    @Test
    void leavesTheChannelAloneAsLongAsRetryAfterSays() {
        enqueue(1, 2);
        chat.answers(new Reply(429, "rate_limited", Map.of("Retry-After", "42")));
        var asked = time.instant();
        deliveries.sweep(Duration.ofSeconds(10));
        chat.answers(Chat.OK);
        deliveries.sweep(LONG);
        assertThat(chat.keys()).containsExactly("key-1");
        time.pass(Duration.ofSeconds(42));
        deliveries.sweep(LONG);

        assertThat(chat.keys()).containsExactly("key-1", "key-1", "key-2");
        assertThat(chat.received().get(1).at()).isAfterOrEqualTo(asked.plusSeconds(42));
    }

    @Test
    void backsOffFartherEachTimeWhenNoRetryAfterIsGiven() {
        enqueue(1, 1);
        chat.answers(Reply.of(429, ""));
        deliveries.sweep(Duration.ofMinutes(5));

        var gaps = gaps();
        assertThat(gaps.getFirst()).isBetween(Duration.ofMillis(2500), Duration.ofMillis(5000));
        assertThat(gaps.get(3)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(log().getFirst().state()).isEqualTo(PENDING);
    }

    @ParameterizedTest
    @CsvSource({
        "404, no_service",
        "404, channel_not_found",
        "410, channel_is_archived",
        "403, action_prohibited",
        "403, invalid_token",
        "404, ''",
        "410, ''",
        "401, ''",
        "308, ''"
    })
    void stopsAChannelThatIsRefusedForGoodAndLosesNothing(int status, String word) {
        enqueue(1, 3);
        chat.answers(Reply.of(status, word));
        deliveries.sweep(LONG);
        time.pass(Duration.ofDays(3));
        deliveries.sweep(LONG);

        assertThat(chat.keys()).containsExactly("key-1");
        assertThat(shown().refused()).startsWith(String.valueOf(status)).contains(word);
        assertThat(shown().waiting()).isEqualTo(3);

        chat.answers(Chat.OK);
        channels.enable(channel);
        deliveries.sweep(LONG);

        assertThat(chat.keys()).containsExactly("key-1", "key-1", "key-2", "key-3");
        assertThat(shown().refused()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_payload", "400, no_text", "413, ''"})
    void givesUpOnAMessageThatIsRefusedAndGoesOnWithTheNext(int status, String word) {
        enqueue(1, 2);
        chat.answers(message -> message.key().equals("key-1") ? Reply.of(status, word) : Chat.OK);
        deliveries.sweep(LONG);

        assertThat(state(1)).isEqualTo(FAILED);
        assertThat(find(1).lastAnswer()).startsWith(String.valueOf(status)).contains(word);
        assertThat(state(2)).isEqualTo(SENT);
    }

    @Test
    void sendsAgainByHandWithTheSameKey() {
        enqueue(1, 1);
        chat.answers(Reply.of(400, "invalid_payload"));
        deliveries.sweep(LONG);
        chat.answers(Chat.OK);
        deliveries.sweep(LONG);
        assertThat(chat.keys()).containsExactly("key-1");

        assertThat(deliveries.sendAgain(find(1).id())).isTrue();
        deliveries.sweep(LONG);

        assertThat(chat.keys()).containsExactly("key-1", "key-1");
        assertThat(state(1)).isEqualTo(SENT);
        assertThat(deliveries.sendAgain(find(1).id())).isFalse();
    }

    @Test
    void triesForADayWhileTheFarEndIsInTroubleThenGivesUpVisibly() {
        enqueue(1, 1);
        chat.answers(Reply.of(503, ""));
        var began = time.instant();
        while (state(1) == PENDING) {
            deliveries.sweep(LONG);
            time.pass(Duration.ofSeconds(10));
        }

        var tries = chat.received();
        assertThat(tries.getLast().at())
                .isBetween(began.plus(Duration.ofDays(1)), began.plus(Duration.ofMinutes(1452)));
        assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofMinutes(11)) <= 0);
        assertThat(state(1)).isEqualTo(FAILED);
        assertThat(shown().failed()).isEqualTo(1);
    }

    @Test
    void comesBackAfterTroubleThatPassed() {
        enqueue(1, 1);
        chat.answers(Reply.of(500, ""));
        deliveries.sweep(Duration.ofSeconds(1));
        assertThat(shown().trouble()).startsWith("500");
        chat.answers(Chat.OK);
        time.pass(Duration.ofSeconds(6));
        deliveries.sweep(LONG);

        assertThat(state(1)).isEqualTo(SENT);
        assertThat(shown().trouble()).isNull();
    }

    @Test
    void sendsAgainWithTheSameKeyAndSaysSoAfterACrashBetweenSendingAndRecording() {
        enqueue(1, 2);
        sender.attempt(outbox.take(channel).orElseThrow());
        assertThat(state(1)).isEqualTo(SENDING);

        time.pass(Outbox.LEASE.minusMillis(1));
        deliveries.sweep(LONG);
        assertThat(chat.keys()).containsExactly("key-1");

        time.pass(Duration.ofMillis(1));
        deliveries.sweep(LONG);
        assertThat(chat.keys()).containsExactly("key-1", "key-1", "key-2");
        assertThat(chat.received().get(0).body()).doesNotContain("read this before");
        assertThat(chat.received().get(1).body()).contains("read this before");
        assertThat(chat.received().get(2).body()).doesNotContain("read this before");
        assertThat(find(1).unsure()).isTrue();
    }

    @Test
    void recordsTheRequestBeforeItIsMade() {
        enqueue(1, 1);
        chat.answers(message -> {
            assertThat(state(1)).isEqualTo(SENDING);
            return Chat.OK;
        });
        deliveries.sweep(LONG);

        assertThat(state(1)).isEqualTo(SENT);
    }

    @Test
    void letsTheLaterAttemptDecideWhenAnEarlierOneOutlivedItsLease() {
        enqueue(1, 1);
        var late = outbox.take(channel).orElseThrow();
        time.pass(Outbox.LEASE);
        deliveries.sweep(LONG);
        outbox.settle(late, new Outcome.MessageRefused("400 invalid_payload"));

        assertThat(state(1)).isEqualTo(SENT);
    }

    @Test
    void acceptsAnAnswerThatIsNotOkButRecordsIt() {
        enqueue(1, 1);
        chat.answers(Reply.of(200, "<html>my order never came</html>"));
        deliveries.sweep(LONG);

        assertThat(state(1)).isEqualTo(SENT);
        assertThat(find(1).lastAnswer())
                .isEqualTo("200 with 32 characters of text where \"ok\" was expected");
    }

    @Test
    void waitsForAHostOnAPrivateAddressToBeAllowed() {
        var elsewhere = added(channels.addSlack("Inside", "http://127.0.0.2:9/hook")).id();
        transactions.executeWrite(
                status -> deliveries.enqueue(elsewhere, "inside-1", "NEW_CASE", 1));
        deliveries.sweep(Duration.ZERO);

        var inside = channels.find(elsewhere).orElseThrow();
        assertThat(inside.refused()).isNull();
        assertThat(inside.waiting()).isEqualTo(1);
        assertThat(inside.trouble()).contains("127.0.0.2", "private", "allow");
        channels.remove(elsewhere);
    }

    @Test
    void sendsNothingOnAChannelThatIsOffAndEverythingOnceItIsOnAgain() {
        channels.disable(channel);
        enqueue(1, 2);
        deliveries.sweep(LONG);
        assertThat(chat.received()).isEmpty();

        channels.enable(channel);
        deliveries.sweep(LONG);
        assertThat(chat.received()).hasSize(2);
    }

    @Test
    void aTestGoesAheadOfWhatWaitsAndSaysWhatCameBack() throws InterruptedException {
        enqueue(1, 50);
        assertThat(deliveries.test(channel)).isEqualTo(new Deliveries.TestResult.Taken("200 ok"));
        assertThat(chat.received()).hasSize(1);
        assertThat(chat.received().getFirst().body()).contains("Test message");

        chat.answers(Reply.of(404, "no_service"));
        assertThat(deliveries.test(channel))
                .isEqualTo(new Deliveries.TestResult.Refused("404 no_service"));
        assertSpacing();
        // The test alone says so: the channel goes on until an alert is refused.
        assertThat(shown().refused()).isNull();
    }

    @Test
    void aTestLeavesAChannelAloneThatAskedForIt() throws InterruptedException {
        enqueue(1, 1);
        chat.answers(new Reply(429, "", Map.of("Retry-After", "600")));
        deliveries.sweep(Duration.ZERO);

        assertThat(deliveries.test(channel)).isInstanceOf(Deliveries.TestResult.Resting.class);
        assertThat(chat.received()).hasSize(1);
    }

    @Test
    void keepsTheAddressSecretInTheDatabaseAndInWhatIsShown() {
        assertThat(shown().shown()).startsWith("127.0.0.1:").endsWith(" …9f3c");
        assertThat(shown().toString()).doesNotContain("aSecret");
        assertThat(channelRows.findById(channel).orElseThrow().toString())
                .doesNotContain("aSecret", "B0001");
        chat.answers(Reply.of(404, "you posted to " + Chat.SECRET + ": my order never came"));
        enqueue(1, 1);
        deliveries.sweep(LONG);
        assertThat(find(1).lastAnswer()).doesNotContain("aSecret", "order");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com/hook, https://",
        "hooks.example.com/services/1, https://",
        "'https://exa mple.com/', Copy",
        "https://user:word@example.com/hook, password"
    })
    void saysWhatIsWrongWithAnAddress(String address, String hint) {
        assertThat(channels.addSlack("Other", address))
                .isInstanceOfSatisfying(
                        Channels.Added.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains(hint));
    }

    @Test
    void refusesANameThatIsTakenAndFindsAFreeOneByItself() {
        assertThat(channels.addSlack("Slack", chat.address()))
                .isEqualTo(new Channels.Added.NameTaken("Slack"));
        var second = added(channels.addSlack("", chat.address()));
        assertThat(second.name()).isEqualTo("Slack 2");
        channels.remove(second.id());
    }

    @Test
    void namesMayHoldEmojiByWhichTheyAreToldApart() {
        var owls = added(channels.addSlack("Desk 🦉", chat.address()));
        var foxes = added(channels.addSlack("Desk 🦊", chat.address()));
        assertThat(channels.addSlack("desk 🦉", chat.address()))
                .isEqualTo(new Channels.Added.NameTaken("desk 🦉"));
        assertThat(channels.findByName("Desk 🦉")).contains(owls);
        assertThat(channels.findByName("Desk 🦊")).contains(foxes);
        channels.remove(owls.id());
        channels.remove(foxes.id());
    }

    private Deliveries anotherNode() {
        return new Deliveries(
                outbox,
                sender,
                channelRows,
                rows,
                new Clock(time),
                new DeliveryTestBeans.SteeredPause(time));
    }

    private Callable<Boolean> sweeping(Deliveries node) {
        return () -> {
            node.sweep(Duration.ofSeconds(30));
            return true;
        };
    }

    private void enqueue(int from, int to) {
        transactions.executeWrite(status -> {
            for (var id = from; id <= to; id++) {
                deliveries.enqueue(channel, "key-" + id, "NEW_CASE", id);
            }
            return true;
        });
    }

    private void assertSpacing() {
        assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofSeconds(1)) >= 0);
    }

    private List<Duration> gaps() {
        var at =
                chat.received().stream().map(Chat.Received::at).sorted(Instant::compareTo).toList();
        return IntStream.range(1, at.size())
                .mapToObj(i -> Duration.between(at.get(i - 1), at.get(i)))
                .toList();
    }

    private Channel shown() {
        return channels.find(channel).orElseThrow();
    }

    private List<Delivery> log() {
        return deliveries.listNewest(channel, 200);
    }

    private DeliveryRow find(int number) {
        return rows.findByIdempotencyKey("key-" + number).orElseThrow();
    }

    private DeliveryState state(int number) {
        return find(number).state();
    }

    private static Channel added(Channels.Added added) {
        return ((Channels.Added.Done) added).channel();
    }
}
