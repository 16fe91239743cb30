package firsthour.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.http.Answer;
import firsthour.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast every network's reader reads: a row of docs/benchmarks.md, by `mvn -Pbench verify`.
/// Part of [ConnectorContract].
public abstract class PaceContract extends FuzzContract {
    private static final Path FIGURES = Path.of("target", "pace.md");
    private static final int POSTS = 100;

    /// Where so many as above are asked for in smaller parts, of which the first is empty.
    private static final int FEWER = 39;

    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofMillis(500);

    /// Reads the same page again and again, and in turn fetches the same bytes and reads nothing of
    /// them. The first round of both warms up.
    @Test
    @Tag("bench")
    void readsAtAPaceOfItsOwn() throws IOException {
        List<Sample> posts = posts();
        try (Replay replay = new Replay()) {
            answers(request -> replay.recorded(request, answer(request, posts), address()));
            Pull.Page page = page(Checkpoint.NONE);
            SERVER.resetRequests();
            moveTo(replay.address());
            Connector connector = connector(outbound);
            Settings settings = settings(address());
            Runnable reading =
                    () ->
                            assertThat(connector.pull(settings, search(), Checkpoint.NONE))
                                    .isInstanceOf(Pull.Page.class);
            reading.run();
            replay.forgetRequests();
            reading.run();
            List<URI> asked = replay.requests();
            Runnable fetching =
                    () ->
                            asked.forEach(uri ->
                                    assertThat(outbound.send(Request.get(uri)))
                                            .isInstanceOf(Answer.class));
            double pull = 0;
            double fetch = 0;
            for (int round = 0; round < ROUNDS; round++) {
                double pulled = seconds(reading);
                double fetched = seconds(fetching);
                pull += round == 0 ? 0 : pulled;
                fetch += round == 0 ? 0 : fetched;
            }
            row(
                    getClass().getSimpleName().replace("ConnectorTest", ""),
                    page.posts().size(),
                    asked.size(),
                    page.posts().size() * (ROUNDS - 1) / pull,
                    fetch / pull);
        }
    }

    private List<Sample> posts() {
        List<Sample> many = Sample.some(POSTS, 1, START.minus(Duration.ofHours(20)), 600);
        holds(many);
        return page(Checkpoint.NONE).posts().isEmpty() ? many.subList(0, FEWER) : many;
    }

    /// What one run takes, as a mean of as many as fit into a round.
    private static double seconds(Runnable deed) {
        long start = System.nanoTime();
        int times = 0;
        while (System.nanoTime() - start < ROUND.toNanos()) {
            deed.run();
            times++;
        }
        return (System.nanoTime() - start) / 1e9 / times;
    }

    private static void row(String network, int posts, int requests, double pace, double ratio)
            throws IOException {
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(
                FIGURES,
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %,.0f | %.2f |%n",
                        network,
                        posts,
                        requests,
                        pace,
                        ratio),
                UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
