package firsthour.sentiment.speed;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import firsthour.sentiment.Score;
import firsthour.sentiment.Subject;
import firsthour.sentiment.engine.Engine;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// Posts in a second on one thread: all that the engine tells of a post but why, beside CoreNLP as
/// its documentation starts it, with its default parser, on the same posts.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
public class Judging {

    /// The posts, one after another and over again.
    @State(Scope.Thread)
    public static class Queue {
        private List<String> posts = List.of();
        private List<Subject> named = List.of();
        private int next;

        @Setup
        public void read() throws IOException {
            posts = Posts.mixed(System.getProperty(Benchmarks.DATA, ""));
            named = posts.stream().map(Posts::named).toList();
        }

        String next() {
            next = next + 1 < posts.size() ? next + 1 : 0;
            return posts.get(next);
        }

        Subject nextNamed() {
            next = next + 1 < named.size() ? next + 1 : 0;
            return named.get(next);
        }
    }

    @State(Scope.Thread)
    public static class Ours {
        private final Engine engine = new Engine();
    }

    @State(Scope.Thread)
    public static class Raw {
        private final StanfordCoreNLP pipeline = new StanfordCoreNLP(defaults());

        private static Properties defaults() {
            var properties = new Properties();
            properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
            return properties;
        }
    }

    @Benchmark
    @Fork(
            value = 2,
            jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
    @Warmup(iterations = 4, time = 4)
    @Measurement(iterations = 5, time = 4)
    public Score firsthour(Ours ours, Queue queue) {
        return ours.engine.score(Subject.of(queue.next()), false);
    }

    /// The same, and what each post says of a name in it. Where a post compares that with another,
    /// CoreNLP parses the sentence: that is most of the time.
    @Benchmark
    @Fork(
            value = 2,
            jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
    @Warmup(iterations = 4, time = 4)
    @Measurement(iterations = 5, time = 4)
    public Score firsthourTowardABrand(Ours ours, Queue queue) {
        return ours.engine.score(queue.nextNamed(), false);
    }

    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx4g", "-XX:+UseSerialGC"})
    @Warmup(iterations = 1, time = 20)
    @Measurement(iterations = 3, time = 20)
    public Annotation rawCoreNlp(Raw raw, Queue queue) {
        var document = new Annotation(queue.next());
        raw.pipeline.annotate(document);
        return document;
    }
}
