package firsthour.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Times `score` from the start of its process to its first answer, with a recording of what it
/// needs, as the launcher starts it.
final class FirstAnswer {
    private static final String POST = "{\"id\":\"1\",\"text\":\"Worst service ever\"}\n";

    private FirstAnswer() {}

    /// Records once, then starts again and again.
    ///
    /// @param folder for the recording
    /// @return a time for each start, in seconds
    static List<Double> times(Path folder, int starts) throws IOException, InterruptedException {
        var recording = folder.resolve("score.aot");
        time("-XX:AOTCacheOutput=" + recording);
        var times = new ArrayList<Double>();
        for (int i = 0; i < starts; i++) {
            times.add(time("-XX:AOTCache=" + recording));
        }
        return times;
    }

    private static double time(String option) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var process =
                new ProcessBuilder(
                                Installation.java(),
                                "-XX:+UseSerialGC",
                                "-Xmx2g",
                                option,
                                "-jar",
                                Installation.JAR.toString(),
                                "score")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var input = process.outputWriter(UTF_8);
        var output = process.inputReader(UTF_8);
        input.write(POST);
        input.flush();
        var answer = output.readLine();
        double seconds = (System.nanoTime() - start) / 1e9;
        input.close();
        output.transferTo(Writer.nullWriter());
        if (process.waitFor() != 0
                || !String.valueOf(answer).contains("\"polarity\":\"negative\"")) {
            throw new IllegalStateException("score answered " + answer);
        }
        return seconds;
    }
}
