package firsthour.demo;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.delivery.Channels;
import firsthour.delivery.Deliveries;
import firsthour.delivery.Deliveries.TestResult;
import firsthour.security.TestPeople;
import firsthour.team.Role;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// With a real server, a real request and the real outbox.
@MicronautTest(transactional = false)
@Property(name = "firsthour.demo", value = "true")
class PlayedChatTest {
    private static final String MESSAGE =
            "{\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"Late\"}}]}";

    @Inject PlayedChat chat;
    @Inject Channels channels;
    @Inject Deliveries deliveries;
    @Inject EmbeddedServer server;
    @Inject Rows rows;
    @Inject TestPeople people;

    @BeforeEach
    void empty() {
        people.add(Role.VIEWER); // without a team every page leads to the set-up
        rows.execute("DELETE FROM demo_chat");
    }

    @Test
    void joinsByItselfAndShowsWhatIsReallySent() throws InterruptedException {
        var channel = channels.findByName(PlayedChat.CHANNEL).orElseThrow();
        assertThat(channel.shown()).startsWith("127.0.0.1:" + server.getPort());

        assertThat(deliveries.test(channel.id())).isEqualTo(new TestResult.Taken("200 ok"));

        assertThat(chat.listNewest(10).getFirst().blocks())
                .contains(new ChatBlock.Header("Test message from Firsthour"));
    }

    @Test
    void isShownAsAPageToWhoeverIsSignedIn() throws InterruptedException {
        deliveries.test(channels.findByName(PlayedChat.CHANNEL).orElseThrow().id());

        var page = people.signedIn(Role.VIEWER).get("/demo/chat");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Test message from Firsthour", "sample");
        assertThat(people.signedOut().get("/demo/chat").statusCode()).isEqualTo(303);
    }

    @Test
    void joinsOnceHoweverOftenTheNodeStarts() {
        chat.join("http://127.0.0.1:1");
        chat.join("http://127.0.0.1:" + server.getPort());
        assertThat(channels.list()).hasSize(1);
    }

    @Test
    void answersInSlacksWordsWhoeverDoesNotKnowTheTokenOrSendsNonsense() throws Exception {
        assertThat(post("wrong", MESSAGE).statusCode()).isEqualTo(404);
        assertThat(post("wrong", MESSAGE).body()).isEqualTo("no_service");
        assertThat(chat.listNewest(10)).isEmpty();
    }

    @Test
    void showsARepeatOnce() {
        var token = token();
        assertThat(chat.receive(token, "key-1", MESSAGE)).isEqualTo("ok");
        assertThat(chat.receive(token, "key-1", MESSAGE)).isEqualTo("ok");
        assertThat(chat.receive(token, "key-2", "{}")).isEqualTo("invalid_payload");
        assertThat(chat.receive(token, "key-2", "{\"blocks\":")).isEqualTo("invalid_payload");
        assertThat(chat.listNewest(10)).hasSize(1);
    }

    @Test
    void keepsTheNewestMessagesOnly() {
        for (var i = 0; i < 230; i++) {
            chat.receive(token(), "key-" + i, MESSAGE);
        }
        assertThat(chat.listNewest(1000)).hasSizeBetween(200, 201);
    }

    @Test
    void whoReadsThePageIsBroughtOnlyWhatIsNewer() {
        chat.receive(token(), "key-1", MESSAGE);
        var first = chat.listNewest(1).getFirst().id();
        var browser = people.signedIn(Role.VIEWER);
        var path = "/demo/chat/messages?waiting=0&after=";
        assertThat(browser.get(path + first).statusCode()).isEqualTo(204);

        chat.receive(token(), "key-2", MESSAGE);

        var news = browser.get(path + first).body();
        assertThat(news).contains("hx-swap-oob=\"afterbegin:#chat-log\"");
        assertThat(news.split("<article", -1)).hasSize(2);
        assertThat(news).contains("after=" + chat.listNewest(1).getFirst().id());
    }

    private String token() {
        return chat.token();
    }

    private HttpResponse<String> post(String token, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.getURL() + "/demo/hook/" + token))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "key-9")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
