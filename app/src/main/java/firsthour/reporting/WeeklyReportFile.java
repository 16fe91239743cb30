package firsthour.reporting;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A report as one HTML file that needs nothing else: style and charts are inside, nothing is
/// loaded.
@Singleton
public class WeeklyReportFile {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /// Writes `brand-2026-W46.html` into a folder, which is made when it is missing; a file of that
    /// name is replaced.
    ///
    /// @return where it was written
    public Path write(WeeklyReport report, Path folder) throws IOException {
        var file =
                Files.createDirectories(folder)
                        .resolve(ReportWords.fileName(report.brand(), report.span()));
        return Files.writeString(file, html(report));
    }

    /// The file's content.
    public String html(WeeklyReport report) {
        var output = new StringOutput();
        templates.render(
                "report/file.jte",
                Map.of(
                        "report",
                        report,
                        "charts",
                        WeeklyCharts.of(report),
                        "css",
                        css("firsthour.css") + css("report.css")),
                output);
        return output.toString();
    }

    private static String css(String name) {
        try (var content = WeeklyReportFile.class.getResourceAsStream("/static/" + name)) {
            if (content == null) {
                throw new IllegalStateException("There is no /static/" + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
