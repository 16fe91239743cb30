package firsthour.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL at random instants, compared with the input: nothing is lost, nothing is there twice.
class KillIT {
    private static final int ROUNDS = Integer.getInteger("firsthour.kill.rounds", 3);
    private static final long SEED = Long.getLong("firsthour.kill.seed", System.nanoTime());

    private static final int POSTS = 600;
    private static final int COMPLAINTS = 5;

    @Test
    void losesAndRepeatsNothingWhateverIsKilledWhenever(@TempDir Path scratch) throws Exception {
        var random = new Random(SEED);
        var installation = new Installation(scratch.resolve("data"));
        try (var chat = new ChatStub()) {
            installation.succeed("brand", "add", "Kestrel", "--query", "kestrel");
            installation.succeed("channel", "add", "--slack", chat.url(), "--min-priority", "0");
            for (int round = 1; round <= ROUNDS; round++) {
                play(round, random, installation, scratch, chat);
            }
        }
    }

    private static void play(
            int round, Random random, Installation installation, Path scratch, ChatStub chat)
            throws Exception {
        var posts = scratch.resolve("round-" + round + ".jsonl");
        Files.write(posts, posts(round));

        var node = installation.start("--allow-host", "127.0.0.1");
        killAfter(random.nextInt(200, 6000), startImport(installation, posts));
        killAfter(random.nextInt(0, 9000), node.process());
        // The database outlives the node and is adopted by whoever comes next.
        killAfter(random.nextInt(200, 6000), startImport(installation, posts));

        node = installation.start("--allow-host", "127.0.0.1");
        var output = installation.succeed("import", "--live", posts.toString());
        assertThat(output).contains("rejected        0");
        // Again while alerts are on their way.
        killAfter(random.nextInt(0, 5000), node.process());
        node = installation.start("--allow-host", "127.0.0.1");

        awaitQuiet(installation);
        compare(round, installation, chat);
        node.stop();
        System.out.printf(
                "Kill round %d of %d (seed %d): %d messages, %d of them repeats%n",
                round, ROUNDS, SEED, chat.messages().size(), repeats(chat));
    }

    private static void compare(int round, Installation installation, ChatStub chat)
            throws SQLException, IOException {
        int posts = round * POSTS;
        int complaints = round * COMPLAINTS;
        assertThat(count(installation, "SELECT COUNT(*) FROM post")).isEqualTo(posts);
        assertThat(count(installation, "SELECT COUNT(DISTINCT external_id) FROM post"))
                .isEqualTo(posts);
        assertThat(count(installation, "SELECT COUNT(*) FROM mention")).isEqualTo(posts / 3);
        assertThat(count(installation, "SELECT COUNT(*) FROM score")).isEqualTo(posts / 3);
        assertThat(
                        count(
                                installation,
                                "SELECT COUNT(*) FROM cases c JOIN mention m ON m.id = c.mention_id"
                                        + " JOIN post p ON p.id = m.post_id WHERE p.rating = 1"))
                .isEqualTo(complaints);
        assertThat(count(installation, "SELECT COUNT(*) FROM clock"))
                .as("two clocks for each case")
                .isEqualTo(2 * count(installation, "SELECT COUNT(*) FROM cases"));
        assertThat(count(installation, "SELECT COUNT(*) FROM event_log WHERE type = 'CaseOpened'"))
                .isEqualTo(count(installation, "SELECT COUNT(*) FROM cases"));

        var keys =
                chat.messages().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ChatStub.Message::key,
                                        TreeMap::new,
                                        Collectors.counting()));
        assertThat(keys)
                .as("every delivery arrived")
                .hasSize(count(installation, "SELECT COUNT(*) FROM delivery"));
        assertThat(repeats(chat))
                .as("a message is repeated only when a kill hit between sending and recording")
                .isLessThanOrEqualTo(2 * round);
    }

    private static int repeats(ChatStub chat) {
        var messages = chat.messages();
        return messages.size()
                - (int) messages.stream().map(ChatStub.Message::key).distinct().count();
    }

    private static void awaitQuiet(Installation installation) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() ->
                        count(
                                        installation,
                                        "SELECT (SELECT COUNT(*) FROM mention WHERE state <>"
                                                + " 'TRIAGED') + (SELECT COUNT(*) FROM"
                                                + " event_pending) + (SELECT COUNT(*) FROM"
                                                + " delivery WHERE state <> 'SENT')")
                                == 0);
    }

    private static int count(Installation installation, String sql)
            throws SQLException, IOException {
        try (var connection = installation.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Process startImport(Installation installation, Path posts) throws IOException {
        var process = installation.begin("import", "--live", posts.toString());
        process.getOutputStream().close();
        return process;
    }

    private static void killAfter(int milliseconds, Process process) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /// A third names the brand; five of those are reviews of one star.
    private static List<String> posts(int round) {
        var lines = new ArrayList<String>(POSTS);
        IntStream.range(0, POSTS).mapToObj(i -> post(round, i)).forEach(lines::add);
        return lines;
    }

    private static String post(int round, int i) {
        boolean named = i % 3 == 0;
        boolean complaint = i % 120 == 0;
        return """
        {"id":"r%d-%d","text":"%s number %d","author":"author-%d-%d","url":"https://posts.example/%d/%d",\
        "publishedAt":"2026-11-10T10:00:00Z","source":"test"%s}\
        """
                .formatted(
                        round,
                        i,
                        named ? "Kestrel" : "Nothing",
                        i,
                        round,
                        i,
                        round,
                        i,
                        complaint ? ",\"rating\":1" : ",\"rating\":4");
    }
}
