package firsthour;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.reporting.Spoken;
import firsthour.scoring.Rejudging;
import firsthour.scoring.Trial;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Has mentions judged again after a change of the model.
@Command(
        name = "rejudge",
        mixinStandardHelpOptions = true,
        description = {
            "Has the mentions of a brand judged again that another version of the model has judged.",
            "A running node does it, after whatever is new. What belongs to a case stays in it,"
                    + " corrections stand, and what is older than 48 h opens no case.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour rejudge --brand \"Kestrel Coffee\" --dry-run     what would change",
            "  firsthour rejudge --brand \"Kestrel Coffee\" --since 2026-11-01",
        })
final class RejudgeCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    @Mixin private DataOption data;

    @Option(names = "--brand", paramLabel = "NAME", required = true, description = "whose mentions")
    private String brandName;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description =
                    "only those that were published from this day on, where the brand is, as"
                            + " 2026-11-01 (default: all)")
    private @Nullable LocalDate since;

    @Option(
            names = "--dry-run",
            description = "judge them here, write nothing, and say what would change")
    private boolean dryRun;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try (Node node = Node.open(data.existing())) {
            var brand = BrandCommand.named(node.get(Brands.class), brandName);
            var rejudging = node.get(Rejudging.class);
            var from = from(brand);
            var out = spec.commandLine().getOut();
            if (dryRun) {
                print(out, rejudging.tryOut(brand, from, Integer.MAX_VALUE), brand.threshold());
            } else {
                var again = rejudging.putBack(brand, from);
                out.println(
                        Spoken.count(again, "mention is", "mentions are")
                                + " judged again by a running node: ./firsthour start");
            }
            return 0;
        }
    }

    private Instant from(Brand brand) {
        return since == null ? Instant.EPOCH : since.atStartOfDay(brand.zoneId()).toInstant();
    }

    private static void print(PrintWriter out, Trial trial, double threshold) {
        if (trial.judged() == 0) {
            out.println("The present version has judged them all: nothing would change.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s judged on trial (cases from %.2f). Nothing was written.%n",
                Spoken.count(trial.judged(), "mention was", "mentions were"),
                threshold);
        for (var kind : Trial.Kind.values()) {
            out.printf(Locale.ROOT, "%,8d  %s%n", trial.count(kind), kind.words());
        }
        for (var example : trial.examples()) {
            out.printf(
                    "%n%s%n  was %s, is %s: %s%n",
                    shortened(example.words()),
                    said(example.was()),
                    said(example.is()),
                    example.kind().words());
        }
    }

    private static String said(Trial.Said said) {
        return String.format(Locale.ROOT, "%s %.2f", said.polarity().label(), said.probability());
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
