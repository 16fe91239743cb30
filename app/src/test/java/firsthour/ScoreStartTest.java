package firsthour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a first answer needs and what it does not, seen in a process of its own.
class ScoreStartTest {
    @TempDir Path folder;

    @Test
    @Timeout(60)
    void anEnglishPostLoadsNothingOfWhatIsSlowToStart() throws Exception {
        Path loaded = folder.resolve("classes.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:file=" + loaded,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Application.class.getName(),
                                "score",
                                "--threads",
                                "1")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = process.outputWriter(UTF_8)) {
            in.write("{\"id\":\"1\",\"text\":\"Worst service ever, still no refund\"}\n");
        }
        assertThat(process.inputReader(UTF_8).readLine()).contains("\"polarity\":\"negative\"");
        assertThat(process.waitFor()).isZero();

        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains(" firsthour.sentiment.linear.Models "));
        for (String slow :
                List.of(
                        "com.github.pemistahl.lingua",
                        "edu.stanford.nlp",
                        "io.micronaut",
                        "kotlin",
                        "ch.qos.logback")) {
            assertThat(classes).noneMatch(line -> line.contains(" " + slow + "."));
        }
    }
}
