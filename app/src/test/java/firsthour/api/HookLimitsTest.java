package firsthour.api;

import static firsthour.api.Answered.assertStatus;
import static firsthour.api.Answered.assertTaken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Sources;
import firsthour.connectors.Settings;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much, what and where to is taken, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class HookLimitsTest {
    private static final String JSON = "application/json";

    private final Hook hook;
    private final ControlledTime time;
    private final Hook.Sending to;
    private final Sender sender;

    HookLimitsTest(Hook hook, ControlledTime time) {
        this.hook = hook;
        this.time = time;
        this.to = hook.open();
        this.sender = to.sender();
    }

    @Test
    void whatIsTooBigIsRefusedHoweverItComes() throws IOException {
        var body = new byte[1_000_000];
        Arrays.fill(body, (byte) ' ');
        assertStatus(sender.send("msg_1", hook.now(), body), 400);

        for (int size : new int[] {1_000_001, 3_000_000}) {
            var big = new byte[size];
            assertStatus(sender.send("msg_1", hook.now(), big), 413);
            var chunked =
                    HttpRequest.newBuilder(sender.address())
                            .POST(
                                    BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(big)));
            assertStatus(sender.post(chunked, JSON, sender.headers("msg_1", hook.now(), big)), 413);
        }
        assertThat(sender.announce(2_000_000_000)).startsWith("HTTP/1.1 413");
        assertTaken(sender.send("msg_1", hook.now(), hook.post("1", "fine")), 1);
    }

    @Test
    void onlyJsonIsTaken() {
        var body = hook.post("1", "x");
        var headers = sender.headers("msg_1", hook.now(), body.getBytes(UTF_8));
        for (var type :
                List.of(
                        "text/plain",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "text/html",
                        "nonsense")) {
            assertStatus(sender.post(type, headers, body), 415);
        }
        assertThat(hook.texts(to.source())).isEmpty();
        assertTaken(sender.post("application/json; charset=utf-8", headers, body), 1);
    }

    @Test
    void whereNothingListensIsNothing(Sources sources) {
        var body = hook.post("1", "x");
        var feed =
                sources.add(
                        "rss",
                        "Feed",
                        null,
                        new Settings(Map.of("url", "https://news.example")),
                        false);
        for (long id : new long[] {987_654_321, feed.id(), sources.fileSource("File").id()}) {
            assertStatus(hook.sender(id, sender.secret()).send("msg_1", hook.now(), body), 404);
        }
        assertStatus(
                new Sender(sender.address().resolve("/hooks/none"), sender.secret())
                        .send("msg_1", hook.now(), body),
                404);

        sources.setEnabled(to.source().id(), false);
        assertStatus(sender.send("msg_1", hook.now(), body), 404);
        sources.setEnabled(to.source().id(), true);
        assertTaken(sender.send("msg_1", hook.now(), body), 1);
    }

    @Test
    void whoSendsTooOftenIsToldHowLongToWait() {
        var stranger = new Sender(sender.address(), hook.open().sender().secret());
        for (int i = 0; i < 100; i++) {
            assertStatus(stranger.send("msg", hook.now(), "{}"), 401);
        }
        for (int i = 0; i < 60; i++) {
            assertStatus(sender.send("msg_" + i, hook.now(), "{\"posts\":[]}"), 200);
        }
        time.pass(Duration.ofSeconds(20));
        var refused = sender.send("msg_61", hook.now(), hook.post("1", "x"));
        assertStatus(refused, 429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("41");

        time.pass(Duration.ofSeconds(41));
        assertTaken(sender.send("msg_61", hook.now(), hook.post("1", "x")), 1);
    }
}
