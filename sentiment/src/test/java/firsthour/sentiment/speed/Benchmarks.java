package firsthour.sentiment.speed;

import firsthour.sentiment.Subject;
import firsthour.sentiment.engine.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Writes the figures of the judgement into docs/benchmarks.md: `mvn -Pjmh -pl sentiment verify`.
public final class Benchmarks {
    static final String DATA = "firsthour.data";

    /// From here on the file is ours; what stands before it is written by another run.
    private static final String MARK = "<!-- From here on written by mvn -Pjmh verify. -->";

    private static final int POSTS_BEFORE_THE_HEAP_IS_MEASURED = 10_000;

    private Benchmarks() {}

    /// Takes the file to write and, if it is not empty, a folder of labelled sets.
    public static void main(String[] arguments) throws IOException, RunnerException {
        var report = Path.of(arguments[0]);
        var data = arguments.length > 1 ? arguments[1] : "";
        double heap = heap(Posts.mixed(data));
        var options =
                new OptionsBuilder()
                        .include(Judging.class.getName())
                        .jvmArgsPrepend("-D" + DATA + "=" + data)
                        .build();
        var results = new Runner(options).run();
        var lines = new ArrayList<>(before(report));
        lines.addAll(table(results, heap, data.isEmpty() ? "sentences of our own" : "tweets"));
        Files.write(report, lines);
        lines.forEach(System.out::println);
    }

    /// Megabytes that are alive after many posts.
    private static double heap(List<String> posts) {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        long before = memory.getHeapMemoryUsage().getUsed();
        var engine = new Engine();
        try {
            for (int i = 0; i < POSTS_BEFORE_THE_HEAP_IS_MEASURED; i++) {
                engine.score(Subject.of(posts.get(i % posts.size())), false);
            }
            memory.gc();
            return (memory.getHeapMemoryUsage().getUsed() - before) / (double) (1 << 20);
        } finally {
            Reference.reachabilityFence(engine);
        }
    }

    private static List<String> before(Path report) throws IOException {
        var lines = Files.exists(report) ? Files.readAllLines(report) : List.<String>of();
        int mark = lines.indexOf(MARK);
        if (mark >= 0) {
            return lines.subList(0, mark);
        }
        var all = new ArrayList<>(lines);
        all.add("");
        return all;
    }

    private static List<String> table(Collection<RunResult> results, double heap, String posts) {
        double ours = score(results, "firsthour");
        double toward = score(results, "firsthourTowardABrand");
        double raw = score(results, "rawCoreNlp");
        return List.of(
                MARK,
                "",
                "## Judgement",
                "",
                "Nine English posts to one in another language ("
                        + posts
                        + "), one thread, without the reasons.",
                "",
                "| what | posts/s | of raw CoreNLP |",
                "|---|---|---|",
                row("raw CoreNLP: tokenize, pos, parse (englishPCFG), sentiment", raw, 1),
                row("Firsthour, all that it tells of a post but why", ours, ours / raw),
                row(
                        "the same and the polarity toward a brand that each post names",
                        toward,
                        toward / raw),
                "",
                "| after 10,000 posts | MB |",
                "|---|---|",
                String.format(Locale.ROOT, "| live heap of the engine | %.0f |", heap));
    }

    private static double score(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }

    private static String row(String what, double perSecond, double ratio) {
        return String.format(
                Locale.ROOT,
                perSecond < 100 ? "| %s | %,.1f | %,.0f |" : "| %s | %,.0f | %,.0f |",
                what,
                perSecond,
                ratio);
    }
}
