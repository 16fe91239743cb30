package firsthour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import firsthour.alerts.AlertRules;
import firsthour.alerts.Alerts;
import firsthour.brand.Brands;
import firsthour.brand.QueryError;
import firsthour.brand.Sources;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.delivery.Channels;
import firsthour.delivery.Deliveries;
import firsthour.delivery.MessageSource;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a source whose access ends, from the network to the alert.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "firsthour.allowed-hosts", value = "127.0.0.1")
class SourceAccessTest {
    private static final String SECRET = "hush, this is the app's";

    @Inject Sources sources;
    @Inject Brands brands;
    @Inject Pulls pulls;
    @Inject SourceWatch watch;
    @Inject SourceHealth health;
    @Inject AlertRules rules;
    @Inject Alerts alerts;
    @Inject Channels channels;
    @Inject Deliveries deliveries;
    @Inject MessageSource texts;
    @Inject ControlledTime time;
    @Inject Rows rows;

    private final HttpServer network = started(listening());
    private volatile boolean letsIn = true;
    private volatile String found = "{\"data\":{\"children\":[]}}";
    private long source;

    @BeforeEach
    void addASource() throws QueryError {
        channels.list().forEach(channel -> channels.remove(channel.id()));
        for (var table :
                List.of("event_pending", "event_log", "mention", "post", "source", "pace")) {
            rows.execute("DELETE FROM " + table);
        }
        var kestrel = brands.add("Kestrel " + UUID.randomUUID(), "UTC", false);
        brands.addQuery(kestrel.id(), "kestrel");
        source =
                sources.add(
                                "reddit",
                                "Reddit",
                                kestrel.id(),
                                new Settings(
                                        Map.of(
                                                "client",
                                                "id",
                                                "secret",
                                                SECRET,
                                                "endpoint",
                                                "http://127.0.0.1:"
                                                        + network.getAddress().getPort())),
                                false)
                        .id();
        rules.addSlack("all", "https://hooks.example.com/services/T1/B1/x", 0, null);
    }

    @AfterEach
    void stop() {
        network.stop(0);
    }

    @Test
    void theEndOfAnAccessIsToldWhileItStillWorksAndOnce() {
        pull();
        var end = time.now().plus(Duration.ofHours(1));
        letsIn = false;
        time.pass(Duration.ofMinutes(49));
        pull();
        watch.sweep();

        var standing = health.find(source).orElseThrow();
        assertThat(standing.problem()).as("it is still read").isEmpty();
        assertThat(standing.lastSuccess()).contains(time.now());
        assertThat(standing.ending().orElseThrow().at()).isEqualTo(end);
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("Source loses its access: It still works; access ends at ");

        time.pass(Duration.ofMinutes(5));
        pull();
        watch.sweep();
        assertThat(told()).hasSize(1);

        letsIn = true;
        time.pass(Duration.ofMinutes(1));
        pull();
        watch.sweep();
        assertThat(health.find(source).orElseThrow().ending()).isEmpty();
        assertThat(events()).containsExactly("SourceAccessRanShort", "SourceCameBack");
        assertThat(news()).contains("its access was renewed");
    }

    @Test
    void anAccessThatEndedIsToldAsAStop() {
        pull();
        letsIn = false;
        time.pass(Duration.ofMinutes(49));
        pull();
        watch.sweep();
        for (int again = 0; again < 2; again++) {
            time.pass(Duration.ofMinutes(10));
            pull();
        }
        watch.sweep();
        assertThat(events()).containsExactly("SourceAccessRanShort", "SourceStopped");
    }

    @Test
    void theEndOfAPermissionIsToldTwoDaysBefore() {
        pull();
        pulls.permitted(source, time.now().plus(Duration.ofDays(7)));
        pull();
        time.pass(Duration.ofDays(5).minusMinutes(1));
        watch.sweep();
        assertThat(events()).isEmpty();

        time.pass(Duration.ofMinutes(2));
        watch.sweep();
        assertThat(events()).containsExactly("SourceAccessRanShort");

        pulls.permitted(source, null);
        watch.sweep();
        assertThat(events()).containsExactly("SourceAccessRanShort", "SourceCameBack");
    }

    @Test
    void anEndThatIsPastIsNoneAndNoRenewalEither() {
        pull();
        letsIn = false;
        time.pass(Duration.ofMinutes(49));
        pull();
        watch.sweep();
        assertThat(told()).hasSize(1);
        time.pass(Duration.ofMinutes(11).plusSeconds(1));
        watch.sweep();

        assertThat(health.find(source).orElseThrow().ending()).isEmpty();
        assertThat(events()).containsExactly("SourceAccessRanShort");
        assertThat(news()).isEqualTo("Since then: its access ended.");
        assertThat(texts.compose("SOURCE_TROUBLE", event()).reasons()).isEmpty();
    }

    @Test
    void whereOnlyRepliesNeedAPermissionItsEndIsSaidOfThem() {
        pull();
        pulls.permitted(source, time.now().plus(Duration.ofDays(1)));
        watch.sweep();

        var ending = health.find(source).orElseThrow().ending().orElseThrow();
        assertThat(ending.readingEnds()).isFalse();
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith(
                        "Source loses its permission to reply: Posts are read all the same;"
                                + " replies end at ");

        time.pass(Duration.ofDays(8));
        pull();
        watch.sweep();
        assertThat(health.find(source).orElseThrow().ending()).isEmpty();
        assertThat(events()).containsExactly("SourceAccessRanShort");
        assertThat(news())
                .isEqualTo("Since then: its permission to reply ended. Allow access again.");
    }

    @Test
    void whileItIsStoppedNobodySaysThatItStillWorks() {
        pull();
        letsIn = false;
        time.pass(Duration.ofMinutes(49));
        pull();
        watch.sweep();
        rows.execute("UPDATE source_state SET alarm = 'STOPPED' WHERE source_id = " + source);

        var message = texts.compose("SOURCE_TROUBLE", event());

        assertThat(message.reasons()).anyMatch(reason -> reason.startsWith("Access ends at "));
        assertThat(message.reasons()).noneMatch(reason -> reason.contains("still works"));
    }

    @Test
    void anAnswerThatCannotBeReadIsKeptWithoutTheSecret() {
        found = "{\"oops\": \"you sent " + SECRET + " to kestrel\"}";
        pull();

        assertThat(health.listRefused(source))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.trouble()).isEqualTo(Trouble.SOURCE_CHANGED);
                    assertThat(refused.answer())
                            .isEqualTo("{\"oops\": \"you sent ••• to kestrel\"}");
                    assertThat(refused.detail()).doesNotContain("oops");
                });
    }

    private void pull() {
        pulls.hurry(source);
        assertThat(pulls.pull(source)).isTrue();
    }

    /// What the alerts say about the first event, once for each that is to be delivered.
    private List<String> told() {
        alerts.sweep(100);
        var message = texts.compose("SOURCE_TROUBLE", event());
        return deliveries.listNewest(100).stream()
                .map(_ -> message.headline().split(":", 2)[0] + ": " + message.reasons().getLast())
                .toList();
    }

    private String news() {
        return String.valueOf(texts.compose("SOURCE_TROUBLE", event()).news());
    }

    private long event() {
        return Long.parseLong(rows.column("SELECT MIN(id) FROM event_log").getFirst());
    }

    private List<String> events() {
        return rows.column("SELECT type FROM event_log ORDER BY id");
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpServer started(HttpServer server) {
        server.createContext(
                "/api/v1/access_token",
                exchange ->
                        answer(
                                exchange,
                                letsIn ? 200 : 401,
                                letsIn
                                        ? "{\"access_token\":\"t\",\"expires_in\":3600}"
                                        : "{\"error\":\"invalid_client\"}"));
        server.createContext("/search", exchange -> answer(exchange, 200, found));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
