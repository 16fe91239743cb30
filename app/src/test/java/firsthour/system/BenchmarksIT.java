package firsthour.system;

import firsthour.brand.Brands;
import firsthour.connectors.file.Options;
import firsthour.intake.ImportRun;
import firsthour.scoring.Judging;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import firsthour.triage.Triage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.SynchronousTransactionManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes the figures of docs/benchmarks.md: `mvn -Pbench verify`. What is compared is measured in
/// one run, since the machine may be busy with other things.
class BenchmarksIT {
    private static final Path REPORT = Path.of(System.getProperty("firsthour.benchmarks"));
    private static final String CHECK = "Reply check";
    private static final String DESK = "The desk";
    private static final List<String> ALONE = List.of(DESK, CHECK);
    private static final String MARK = "<!-- From here on";
    private static final int POSTS = 20_000;
    private static final int JUDGED_POSTS = 1_500;
    private static final int STARTS = 5;

    private final List<String> lines = new ArrayList<>();

    @TempDir Path scratch;

    @Test
    void writesTheFigures() throws Exception {
        say("# Figures");
        say("");
        say(
                "Made by `mvn -Pbench verify` on "
                        + cores()
                        + " cores, Java "
                        + Runtime.version().feature()
                        + ".");
        say("Compare within a table: the machine was shared.");
        throughput();
        stream();
        sources();
        connectors();
        var installation = new Installation(scratch.resolve("data"));
        installation.succeed("brand", "add", "Kestrel", "--query", "kestrel");
        starts(installation);
        lines.add("");
        for (var title : ALONE) {
            lines.addAll(section(title, Files.readAllLines(REPORT)));
        }
        lines.addAll(writtenByOthers());
        Files.write(REPORT, lines);
    }

    /// How long somebody who types waits for the check. Alone: `mvn -Pbench -pl app -am verify
    /// -Dit.test=BenchmarksIT#checksAReply`.
    @Test
    void checksAReply() throws IOException {
        var pace = CheckPace.measure();
        table(CHECK, "what", "p50 ms", "p95 ms");
        row(
                "500 characters, no sentence of which was seen before",
                milliseconds(CheckPace.percentile(pace.fresh(), 0.5)),
                milliseconds(CheckPace.percentile(pace.fresh(), 0.95)));
        row(
                "the same, typed on: the first and the last sentence are new",
                milliseconds(CheckPace.percentile(pace.typed(), 0.5)),
                milliseconds(CheckPace.percentile(pace.typed(), 0.95)));
        say("");
        say(
                String.format(
                        Locale.ROOT,
                        "All rules, beside 500 earlier replies, on one thread of %d cores. The"
                                + " dictionaries load once, in %.1f s. Alone: `mvn -Pbench -pl app -am"
                                + " verify -Dit.test=BenchmarksIT#checksAReply`.",
                        cores(),
                        pace.loading() / 1000));
        replace(CHECK);
    }

    /// How quick the queue is, what people do in it, and many open pages. Alone: `mvn -Pbench -pl
    /// app -am verify -Dit.test=BenchmarksIT#measuresTheDesk`.
    @Test
    void measuresTheDesk() throws Exception {
        var pace = DeskPace.measure(scratch.resolve("desk"));
        table(DESK, "what", "p50 ms", "p95 ms", "p95, of 1,000");
        double first = CheckPace.percentile(pace.pages().values().iterator().next(), 0.95);
        pace.pages()
                .forEach((size, times) ->
                        paced(
                                String.format(Locale.ROOT, "queue page, %,d open cases", size),
                                times,
                                first));
        pace.searches().forEach((what, times) -> paced("queue page, " + what, times, first));
        pace.deeds().forEach((what, times) -> paced(what + ", by the REST interface", times, 0));
        say("");
        say(
                String.format(
                        Locale.ROOT,
                        "Beside %,d mentions, over HTTP from the same machine; searches and deeds"
                                + " at 100,000 open cases.",
                        DeskPace.MENTIONS));
        say("");
        row("a minute of", "CPU of the node (s)", "CPU of MariaDB (s)", "heap in use (MB)");
        say("|---".repeat(4) + "|");
        minute("no open page", pace.quiet());
        minute(DeskPace.OPEN_PAGES + " open pages", pace.watched());
        say("");
        say("Alone: `mvn -Pbench -pl app -am verify -Dit.test=BenchmarksIT#measuresTheDesk`.");
        replace(DESK);
    }

    private void paced(String what, List<Double> times, double first) {
        double p95 = CheckPace.percentile(times, 0.95);
        row(
                what,
                milliseconds(CheckPace.percentile(times, 0.5)),
                milliseconds(p95),
                first > 0 ? String.format(Locale.ROOT, "%.2f", p95 / first) : "–");
    }

    private void minute(String what, DeskPace.Minute minute) {
        row(what, seconds(minute.node()), seconds(minute.database()), Long.toString(minute.heap()));
    }

    /// Writes what was said into the file, in place of the part with this title.
    private void replace(String title) throws IOException {
        var all = Files.readAllLines(REPORT);
        var kept = section(title, all);
        int at = kept.isEmpty() ? mark(all) : all.indexOf(kept.getFirst());
        var written = new ArrayList<>(all.subList(0, at));
        written.addAll(lines.subList(1, lines.size()));
        written.add("");
        written.addAll(all.subList(at + kept.size(), all.size()));
        Files.write(REPORT, written);
    }

    /// A part of the file that is measured alone, with the empty line behind it.
    private static List<String> section(String title, List<String> all) {
        return all.subList(0, mark(all)).stream()
                .dropWhile(line -> !line.equals("## " + title))
                .takeWhile(line -> !line.startsWith("## ") || line.equals("## " + title))
                .toList();
    }

    private static int mark(List<String> all) {
        return (int) all.stream().takeWhile(line -> !line.startsWith(MARK)).count();
    }

    private static String milliseconds(double time) {
        return String.format(Locale.ROOT, "%.1f", time);
    }

    /// The part of the file that the benchmarks of the judgement write, from their mark on.
    private static List<String> writtenByOthers() throws IOException {
        var all = Files.readAllLines(REPORT);
        return all.stream().dropWhile(line -> !line.startsWith(MARK)).toList();
    }

    /// From file to stored and triaged, beside the database's bare insert of the same rows.
    private void throughput() throws Exception {
        table("From file to triaged", "what", "posts/s", "of the bare insert");
        var bare = withNode(BenchmarksIT::bareInsert);
        row("MariaDB, bare batched insert of the same rows", rate(POSTS, bare), "1");
        var stored = withNode(context -> imported(context, POSTS));
        row("read, stored and matched", rate(POSTS, stored), ratio(bare, stored));
        var triaged = withNode(context -> triaged(context, POSTS));
        row(
                "the same, scored by a constant and triaged",
                rate(POSTS, triaged),
                ratio(bare, triaged));
        var judged = withNode(context -> judged(context, JUDGED_POSTS));
        row(
                "the same, judged (models loaded)",
                rate(JUDGED_POSTS, judged),
                ratio(bare.multipliedBy(JUDGED_POSTS).dividedBy(POSTS), judged));
        say("");
        say("Of the posts, every third mentions the brand; only those are judged and triaged.");
    }

    /// From a message of a stream to the stored cursor.
    private void stream() throws Exception {
        var pace = StreamPace.measure();
        table(
                String.format(
                        Locale.ROOT,
                        "A stream, held against %d tracked queries",
                        StreamPace.QUERIES),
                "what",
                "figure");
        row(
                String.format(
                        Locale.ROOT,
                        "at %,d posts a second, stored behind the server (ms, median)",
                        StreamPace.PER_SECOND),
                Long.toString(pace.behind().toMillis()));
        row("the same at the worst moment", Long.toString(pace.mostBehind().toMillis()));
        row(
                "posts a second while 100,000 wait",
                String.format(Locale.ROOT, "%,.0f", pace.mostPerSecond()));
    }

    /// A node that pulls many feeds, each in its turn.
    private void sources() throws Exception {
        var pace = SourcePace.measure();
        table(
                String.format(Locale.ROOT, "An hour of %,d feeds, played", SourcePace.SOURCES),
                "what",
                "figure");
        row("pulls", String.format(Locale.ROOT, "%,d", pace.pulls()));
        row("of them with nothing new (304)", String.format(Locale.ROOT, "%,d", pace.unchanged()));
        row("pulls a second", String.format(Locale.ROOT, "%,.0f", pace.perSecond()));
        row("CPU of 1,000 pulls, the pretended feeds included (s)", seconds(pace.cpu()));
        row("CPU of MariaDB for them (s)", seconds(pace.databaseCpu()));
        row("threads of the operating system", Integer.toString(pace.threads()));
        row("heap in use (MB)", Long.toString(pace.heap() / 1024 / 1024));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
    }

    /// What the module of the connectors measured before.
    private void connectors() throws IOException {
        var figures = REPORT.resolveSibling("../connectors/target/pace.md");
        if (Files.notExists(figures)) {
            return;
        }
        table(
                "From a network's answer to posts",
                "connector",
                "posts a pull",
                "requests a pull",
                "posts/s",
                "of fetching the same bytes");
        Files.readAllLines(figures).stream().distinct().sorted().forEach(this::say);
        say("");
        say(
                "Over HTTP on this machine, one pull after the other, on one thread. Alone: `mvn"
                        + " -Pbench -pl connectors -am test`.");
    }

    private interface Measured {
        Duration in(ApplicationContext context) throws Exception;
    }

    private static Duration withNode(Measured measured) throws Exception {
        try (var context = ApplicationContext.builder().deduceEnvironment(false).start()) {
            return measured.in(context);
        }
    }

    private static Duration bareInsert(ApplicationContext context) throws Exception {
        imported(context, POSTS);
        var jdbc = context.getBean(JdbcOperations.class);
        @SuppressWarnings("unchecked") // Micronaut names the transaction manager by its raw type.
        SynchronousTransactionManager<Connection> transactions =
                context.getBean(SynchronousTransactionManager.class);
        transactions.executeWrite(_ ->
                jdbc.prepareStatement(
                        "CREATE TABLE bare LIKE post", statement -> statement.execute()));
        var start = System.nanoTime();
        for (int from = 0; from < POSTS; from += 500) {
            int first = from;
            transactions.executeWrite(_ -> insertBare(jdbc, first));
        }
        return since(start);
    }

    private static int insertBare(JdbcOperations jdbc, int first) {
        return jdbc.prepareStatement(
                """
                INSERT INTO bare (source_id, external_id, network, url, text, content_key,
                  author_handle, followers, rating, published_at, detected_at, history)
                VALUES (1, ?, 'file', ?, ?, SHA2(?, 256), ?, 10, NULL, UTC_TIMESTAMP(6),
                  UTC_TIMESTAMP(6), FALSE)
                """,
                statement -> {
                    for (int i = first; i < first + 500; i++) {
                        statement.setString(1, "bare-" + i);
                        statement.setString(2, "https://posts.example/" + i);
                        statement.setString(3, words(i));
                        statement.setString(4, "bare-" + i);
                        statement.setString(5, "author-" + i);
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    private static Duration imported(ApplicationContext context, int posts) throws Exception {
        var file = Files.createTempFile("posts", ".jsonl");
        try {
            Files.write(file, IntStream.range(0, posts).mapToObj(BenchmarksIT::json).toList());
            context.getBean(Brands.class).addWithQuery("Kestrel", "UTC", "kestrel");
            var options = Options.forName(file.toString());
            var start = System.nanoTime();
            context.getBean(ImportRun.class).run(file, options, "bench", true, _ -> {}, _ -> {});
            return since(start);
        } finally {
            Files.delete(file);
        }
    }

    private static Duration triaged(ApplicationContext context, int posts) throws Exception {
        context.registerSingleton(Scorer.class, new Constant());
        return imported(context, posts).plus(judgedAndTriaged(context));
    }

    private static Duration judged(ApplicationContext context, int posts) throws Exception {
        context.getBean(Scorer.class).score(Subject.of("A first text loads the models."), true);
        return imported(context, posts).plus(judgedAndTriaged(context));
    }

    private static Duration judgedAndTriaged(ApplicationContext context) {
        var judging = context.getBean(Judging.class);
        var triage = context.getBean(Triage.class);
        var start = System.nanoTime();
        while (judging.judgeBatch() > 0) {
            // Until none waits.
        }
        while (triage.sweep() > 0) {
            // Until none waits.
        }
        return since(start);
    }

    /// Says "negative" of everything at once.
    private static final class Constant implements Scorer {
        @Override
        public Score score(Subject subject, boolean explain) {
            return new Score(
                    Polarity.NEGATIVE,
                    Optional.of(new Score.Probabilities(0.9, 0.05, 0.05)),
                    OptionalDouble.of(0.9),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.of("en"),
                    Optional.empty(),
                    List.of(),
                    version());
        }

        @Override
        public String version() {
            return "constant";
        }
    }

    private void starts(Installation installation) throws Exception {
        table("Start", "what", "seconds");
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            var start = System.nanoTime();
            var node = installation.start();
            try (var reader = Reader.of(node.url())) {
                reader.get("/health");
                seconds.add(since(start).toMillis() / 1000.0);
                if (i == STARTS - 1) {
                    memory(node, installation);
                }
            } finally {
                node.stop();
            }
        }
        row(
                "process start to the first answer, median of " + STARTS + ", without AOT cache",
                String.format(Locale.ROOT, "%.1f", median(seconds)));
        row(
                "`score`, process start to the first judged post, median of "
                        + STARTS
                        + ", with AOT cache",
                String.format(Locale.ROOT, "%.2f", median(FirstAnswer.times(scratch, STARTS))));
    }

    private void memory(Installation.Node node, Installation installation) throws Exception {
        row(
                "resident memory of the node, idle (MB)",
                Long.toString(resident(node.process().pid())));
        row("resident memory of MariaDB (MB)", Long.toString(resident(installation.serverPid())));
    }

    private static String json(int i) {
        return """
        {"id":"b%d","text":"%s","author":"author-%d","url":"https://posts.example/%d","publishedAt":"2026-11-10T10:00:00Z","source":"bench"}\
        """
                .formatted(i, words(i), i, i);
    }

    private static String words(int i) {
        return (i % 3 == 0 ? "Kestrel" : "Somebody")
                + " lost my parcel number "
                + i
                + " and nobody has answered for three days. I used to like this place.";
    }

    private static long resident(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String rate(int posts, Duration took) {
        return String.format(Locale.ROOT, "%,.0f", posts * 1e9 / took.toNanos());
    }

    private static String ratio(Duration bare, Duration took) {
        return String.format(Locale.ROOT, "%.3f", (double) bare.toNanos() / took.toNanos());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void table(String title, String... heads) {
        say("");
        say("## " + title);
        say("");
        row(heads);
        say("|---".repeat(heads.length) + "|");
    }

    private void row(String... cells) {
        say("| " + String.join(" | ", cells) + " |");
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
