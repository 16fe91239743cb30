package firsthour.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.brand.Sources;
import firsthour.connectors.Settings;
import firsthour.database.Rows;
import firsthour.intake.Inbound;
import firsthour.intake.SourceHealth;
import firsthour.intake.Tally;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of proven requests, over real HTTP.
@MicronautTest(transactional = false)
@Property(name = "controlled.time", value = "true")
class HookTest {
    private static final String JSON = "application/json";

    private final Hook hook;
    private final Rows rows;
    private final ControlledTime time;
    private final Hook.Sending to;
    private final Sender sender;

    HookTest(Hook hook, Rows rows, ControlledTime time) {
        this.hook = hook;
        this.rows = rows;
        this.time = time;
        this.to = hook.open();
        this.sender = to.sender();
    }

    @Test
    void postsAreStoredMentionBrandsAndCountOnTheSourcesPage(SourceHealth health) {
        var body =
                "{\"posts\":[%s,%s]}"
                        .formatted(hook.post("1", "kestrel again"), hook.post("2", "a bird"));

        assertTaken(sender.send("msg_1", hook.now(), body), 2);

        assertThat(hook.texts(to.source())).containsExactly("kestrel again", "a bird");
        var shown =
                health.list().stream()
                        .filter(source -> source.id() == to.source().id())
                        .findFirst()
                        .orElseThrow();
        assertThat(shown.total()).isEqualTo(new Tally(2, 0, 0, 1, 1, 0, 0));
        assertThat(shown.lastSuccess()).contains(hook.now());
        assertThat(shown.lastPost()).contains(hook.now());
        assertThat(shown.nextPull()).isEmpty();
    }

    @Test
    void allThatComesIsAboutTheBrandOfTheWebhook() {
        var about = hook.open(hook.brand());
        assertTaken(about.sender().send("msg_1", hook.now(), hook.post("1", "It is cold")), 1);
        assertThat(hook.mentions(about.source())).isEqualTo(1);
    }

    @Test
    void aPostThatIsNoneIsToldBesideOneThatIsTaken() {
        var body =
                "{\"posts\":[{\"id\":\"1\",\"text\":\"x\"},%s]}".formatted(hook.post("2", "fine"));
        var answer = sender.send("msg_1", hook.now(), body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"accepted":1,"rejected":[{"where":"post 1","reason":"There is no date. Say in `publishedAt` when the post was written."}]}\
                        """);
        assertThat(hook.texts(to.source())).containsExactly("fine");
        assertThat(counted("rejected")).isEqualTo("1");
    }

    @Test
    void anIdOfAnotherPostIsRejectedAndTheFirstIsKept() {
        sender.send("msg_1", hook.now(), hook.post("1", "first"));
        var other = sender.send("msg_2", hook.now(), hook.post("1", "Bo", "other"));

        assertThat(other.body()).contains("\"accepted\":0", "post 1", "belongs to another post");
        assertThat(hook.texts(to.source())).containsExactly("first");
        assertTaken(sender.send("msg_3", hook.now(), hook.post("1", "edited")), 1);
        assertThat(hook.texts(to.source())).containsExactly("edited");
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        assertTaken(sender.send("msg_1", hook.now(), hook.post("1", "first")), 1);
        assertTaken(sender.send("msg_1", hook.now(), hook.post("1", "first")), 0);
        assertTaken(sender.send("msg_1", hook.now(), hook.post("1", "other words")), 0);
        time.pass(Duration.ofDays(2));
        assertTaken(sender.send("msg_1", hook.now(), hook.post("2", "another")), 0);

        assertThat(hook.texts(to.source())).containsExactly("first");
        assertThat(counted("duplicate")).isEqualTo("0");

        var elsewhere = hook.open().sender();
        assertTaken(elsewhere.send("msg_1", hook.now(), hook.post("1", "first")), 1);
    }

    @Test
    void aHubsBodyIsTakenOnce() {
        var first = hook.post("1", "first");
        assertTaken(sender.sendAsHub(first), 1);
        assertTaken(sender.sendAsHub(hook.post("1", "edited")), 1);
        assertTaken(sender.sendAsHub(first), 0);
        assertThat(hook.texts(to.source())).containsExactly("edited");
    }

    @Test
    void requestsAreForgottenAfterAMonth(Inbound inbound) {
        sender.send("msg_1", hook.now(), hook.post("1", "first"));
        time.pass(Duration.ofDays(29));
        inbound.forgetBatch();
        assertThat(known()).isEqualTo("1");
        time.pass(Duration.ofDays(2));
        inbound.forgetBatch();
        assertThat(known()).isEqualTo("0");
    }

    @Test
    void whatCouldNotBeStoredIsNoReplayWhenItComesAgain() {
        var body =
                "{\"posts\":[%s,%s]}"
                        .formatted(hook.post("1", "kestrel"), hook.post("2", "kestrel"));
        rows.execute("RENAME TABLE mention TO mention_away");
        try {
            var failed = sender.send("msg_1", hook.now(), body);
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(failed.body()).contains("Try again").doesNotContain("mention");
            assertThat(hook.texts(to.source())).isEmpty();
        } finally {
            rows.execute("RENAME TABLE mention_away TO mention");
        }
        assertTaken(sender.send("msg_1", hook.now(), body), 2);
        assertThat(hook.mentions(to.source())).isEqualTo(2);
        assertThat(counted("accepted")).isEqualTo("2");
    }

    @Test
    void manyAtOnceAreStoredOnceEach() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(
                            IntStream.range(0, 24)
                                    .mapToObj(i ->
                                            (Callable<HttpResponse<String>>)
                                                    () ->
                                                            sender.send(
                                                                    "msg_" + i % 8,
                                                                    hook.now(),
                                                                    hook.post(
                                                                            "p" + i % 8,
                                                                            "x" + i % 8)))
                                    .toList());
            long accepted = 0;
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                accepted += answer.get().body().contains("\"accepted\":1") ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(8);
        }
        assertThat(hook.texts(to.source())).hasSize(8);
        assertThat(counted("accepted")).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "[]", "{\"posts\":1}", "{\"id\":", "{\"text\":\"\0\"}", "null"})
    void whatCannotBeReadSaysWhyAndMayBeMended(String garbage) {
        var answer = sender.send("msg_1", hook.now(), garbage);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400", "\"detail\":\"");
        assertThat(counted("rejected")).isEqualTo("1");
        assertTaken(sender.send("msg_1", hook.now(), hook.post("1", "mended")), 1);
    }

    @Test
    void bytesThatAreNoTextAreRefusedAndHalvesOfCharactersMended() {
        var half = hook.post("1", "a?b").getBytes(UTF_8);
        for (int i = 0; i < half.length; i++) {
            half[i] = half[i] == '?' ? (byte) 0xC3 : half[i];
        }
        assertThat(sender.send("msg_1", hook.now(), half).body()).contains("no UTF-8");

        var escaped = hook.post("1", "a\\ud83d b\\u0000c");
        assertTaken(sender.send("msg_1", hook.now(), escaped), 1);
        assertThat(hook.texts(to.source())).containsExactly("a\uFFFD bc");
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

    private static void assertTaken(HttpResponse<String> answer, int accepted) {
        assertThat(answer.body()).isEqualTo("{\"accepted\":" + accepted + ",\"rejected\":[]}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
    }

    private String counted(String what) {
        return rows.column(
                        "SELECT SUM(%s) FROM source_count WHERE source_id = %d"
                                .formatted(what, to.source().id()))
                .getFirst();
    }

    private String known() {
        return rows.column(
                        "SELECT COUNT(*) FROM taken_request WHERE source_id = " + to.source().id())
                .getFirst();
    }
}
