package firsthour.api;

import static firsthour.api.Answered.assertTaken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.database.Rows;
import firsthour.intake.Inbound;
import firsthour.intake.SourceHealth;
import firsthour.intake.Tally;
import firsthour.time.ControlledTime;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
