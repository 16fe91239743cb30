package firsthour;

import firsthour.reporting.IsoWeek;
import firsthour.reporting.ReportedBrand;
import firsthour.reporting.WeeklyReportFile;
import firsthour.reporting.WeeklyReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes a brand's week as a file.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes the weekly report of a brand as one HTML file that needs nothing else, and"
                        + " prints where it is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour report --brand \"Kestrel Coffee\"",
            "  firsthour report --brand \"Kestrel Coffee\" --week 2026-W46 --out reports",
        })
final class ReportCommand implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
            names = "--brand",
            paramLabel = "NAME",
            description = "whose week; needed where there are several brands")
    private @Nullable String brand;

    @Option(
            names = "--week",
            paramLabel = "WEEK",
            description =
                    "the ISO week, as 2026-W46 (default: the last one that is over where the brand"
                            + " is)")
    private @Nullable String week;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "the folder to write to (default: the current one); made when missing")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var asked = week == null ? null : read(week);
        try (Node node = Node.open(data.existing())) {
            var reports = node.get(WeeklyReports.class);
            var chosen = choose(reports.listBrands());
            var shown = asked == null ? reports.lastComplete(chosen) : asked;
            var report = reports.of(chosen.id(), shown);
            var file = node.get(WeeklyReportFile.class).write(report, out);
            spec.commandLine().getOut().println(file);
            return 0;
        }
    }

    private static IsoWeek read(String text) {
        return switch (IsoWeek.read(text)) {
            case IsoWeek.Read(IsoWeek read) -> read;
            case IsoWeek.Unreadable(String why) ->
                    throw new CommandFailure(why + " Nothing was written.");
        };
    }

    private ReportedBrand choose(List<ReportedBrand> brands) {
        if (brands.isEmpty()) {
            throw new CommandFailure(
                    "There is no brand in "
                            + data.folder().toAbsolutePath()
                            + ", so there is nothing to report. Add one with: firsthour brand add");
        }
        var names =
                brands.stream().map(b -> "“" + b.name() + "”").collect(Collectors.joining(", "));
        if (brand == null) {
            if (brands.size() == 1) {
                return brands.getFirst();
            }
            throw new CommandFailure("Which brand? Name one with --brand: " + names + ".");
        }
        var name = brand;
        return brands.stream()
                .filter(b -> b.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                "There is no brand “%s”. There is: %s. Nothing was written."
                                        .formatted(name, names)));
    }
}
