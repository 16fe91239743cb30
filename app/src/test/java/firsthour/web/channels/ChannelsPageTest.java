package firsthour.web.channels;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.alerts.AlertKind;
import firsthour.alerts.AlertRule;
import firsthour.alerts.AlertRules;
import firsthour.delivery.Channel;
import firsthour.delivery.Channels;
import firsthour.delivery.Chat;
import firsthour.delivery.Chat.Reply;
import firsthour.delivery.Deliveries;
import firsthour.security.TestBrowser;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = "firsthour.allowed-hosts", value = "127.0.0.1")
class ChannelsPageTest {
    @Inject TestPeople people;
    @Inject Channels channels;
    @Inject AlertRules rules;
    @Inject Deliveries deliveries;
    @Inject TransactionOperations<Connection> transactions;

    private Chat chat;
    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        chat = new Chat(InstantSource.system());
        admin = people.signedIn(Role.ADMIN);
    }

    @AfterEach
    void removeChannels() {
        channels.list().forEach(channel -> channels.remove(channel.id()));
        chat.close();
    }

    @Test
    void anAdminAddsAWebhookWhoseAddressIsNeverShownAgain() {
        var answer = add("Desk", chat.address(), "40");
        assertThat(answer.statusCode()).isEqualTo(303);

        var page = admin.get("/channels").body();
        assertThat(page).contains("Desk", "127.0.0.1:", " …9f3c", "New case", "Deadline missed");
        assertThat(page).doesNotContain("aSecretThat");
        assertThat(rule(AlertKind.NEW_CASE).minPriority()).isEqualTo(40);
        assertThat(rule(AlertKind.BREACH).minPriority()).isZero();
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedButWithoutTheAddress() {
        var answer = add("Desk", "ftp://example.com/secret-part", "40");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("must begin with https://", "value=\"Desk\"", "value=\"40\"")
                .doesNotContain("secret-part");
        assertThat(add("Desk", chat.address(), "often").body()).contains("from 0 to 120");
        assertThat(channels.list()).isEmpty();
    }

    @Test
    void aWebhookOnAPrivateAddressIsKeptAndThePageNamesTheRemedy() {
        add("Inside", "http://127.0.0.2:9/hook/0123456789", "20");

        assertThat(channels.list()).hasSize(1);
        assertThat(admin.get("/channels").body())
                .contains("127.0.0.2 leads to a private address", "--allow-host 127.0.0.2");
    }

    @Test
    void theTestMessageSaysWhatCameBack() {
        add("Desk", chat.address(), "20");
        admin.get("/channels");
        admin.post("/channels/" + only().id() + "/test", Map.of());
        assertThat(admin.get("/channels").body()).contains("was taken: 200 ok");

        chat.answers(Reply.of(404, "no_service"));
        admin.post("/channels/" + only().id() + "/test", Map.of());
        assertThat(admin.get("/channels").body()).contains("was not taken: 404 no_service");
    }

    @Test
    void aRefusedChannelSaysWhyAndSendsWhatWaitsOnceItIsEnabled() {
        add("Desk", chat.address(), "20");
        chat.answers(Reply.of(410, "channel_is_archived"));
        enqueue("page-1");
        deliveries.sweep(Duration.ZERO);
        assertThat(admin.get("/channels").body())
                .contains("410 channel_is_archived", "what waits (1)", "Enable again");

        chat.answers(Chat.OK);
        admin.post("/channels/" + only().id() + "/enable", Map.of());
        deliveries.sweep(Duration.ofSeconds(3));
        deliveries.sweep(Duration.ofSeconds(3));
        assertThat(only().refused()).isNull();
    }

    @Test
    void aDeliveryThatWasGivenUpIsSentAgainByHand() {
        add("Desk", chat.address(), "20");
        chat.answers(Reply.of(400, "invalid_payload"));
        enqueue("page-2");
        deliveries.sweep(Duration.ZERO);
        var given = deliveries.listNewest(10).getFirst();
        assertThat(admin.get("/channels").body())
                .contains("given up", "400 invalid_payload", "Send again");

        var manager = people.signedIn(Role.MANAGER);
        manager.post("/channels/deliveries/" + given.id() + "/again", Map.of());
        assertThat(only().waiting()).isEqualTo(1);
    }

    @Test
    void aManagerChangesARuleButNoAddress() {
        add("Desk", chat.address(), "20");
        var manager = people.signedIn(Role.MANAGER);
        assertThat(manager.get("/channels").body())
                .contains("/channels/rules/")
                .doesNotContain("Add a chat", "/address\"");

        var path = "/channels/rules/" + rule(AlertKind.NEW_CASE).id();
        manager.post(path, Map.of("minPriority", "70", "brand", "0"));
        assertThat(rule(AlertKind.NEW_CASE).minPriority()).isEqualTo(70);
        assertThat(rule(AlertKind.NEW_CASE).enabled()).isFalse();

        manager.post(path, Map.of("minPriority", "9000", "brand", "0", "enabled", "yes"));
        assertThat(rule(AlertKind.NEW_CASE).minPriority()).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1/enable", "/1/disable", "/1/remove", "/1/address", "/rules/1"})
    void whatIsNotThereIsNotSaidToBeDone(String path) {
        var gone = path.replace("/1", "/987654321");
        var answer =
                admin.post(
                        "/channels" + gone,
                        Map.of("address", chat.address(), "minPriority", "20", "brand", "0"));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void removingAChannelTakesASecondPress() {
        add("Desk", chat.address(), "20");
        var page = admin.get("/channels").body();
        assertThat(page).contains("Its rules, its log and what waits go with it.");

        admin.post("/channels/" + only().id() + "/remove", Map.of());
        assertThat(channels.list()).isEmpty();
    }

    private HttpResponse<String> add(String name, String address, String minPriority) {
        return admin.post(
                "/channels",
                Map.of("name", name, "address", address, "minPriority", minPriority, "brand", "0"));
    }

    private Channel only() {
        return channels.list().getFirst();
    }

    private AlertRule rule(AlertKind kind) {
        return rules.list().stream().filter(rule -> rule.kind() == kind).findFirst().orElseThrow();
    }

    private void enqueue(String key) {
        transactions.executeWrite(
                status -> deliveries.enqueue(only().id(), key, "NEW_CASE", 987654321));
    }
}
