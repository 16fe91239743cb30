package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChartWithoutFontTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aServerWithoutAFontSaysSoInPlaceOfTheChart(@TempDir Path folder) throws Exception {
        // The loader takes the first file of this name, and this one is no library.
        Files.writeString(folder.resolve("libfontconfig.so.1"), "none");
        Files.writeString(folder.resolve("libfontconfig.so"), "none");
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChartWithoutFontTest.class.getName());
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());

        assertThat(outputOf(builder.redirectErrorStream(true).start()))
                .contains("<svg class=\"chart\"", "this server has no font", "fonts-dejavu-core");
    }

    private static String outputOf(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Draws a chart in a JVM of its own.
    public static void main(String[] arguments) {
        var plot = new XYPlot(null, new NumberAxis("time"), new NumberAxis("number"), null);
        System.out.println(Drawing.of("one", "A chart", "Of nothing", plot).svg());
    }
}
