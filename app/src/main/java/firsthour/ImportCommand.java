package firsthour;

import firsthour.brand.Brands;
import firsthour.connectors.Pull;
import firsthour.connectors.file.Options;
import firsthour.connectors.file.Outcome;
import firsthour.intake.ImportRun;
import firsthour.intake.Tally;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Imports a file of posts.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Stores the posts of a CSV or JSON Lines file and mentions the brands that they name.",
            "A running node judges them. The same file imported again accepts none.",
            "Lines that cannot be read are named and left out; the exit status is then 1.",
            "JSON Lines: id, text, author, url, publishedAt, and optionally title, rating, lang,"
                    + " followers, inReplyTo, source.",
            "Rows that name a source are stored under it, unless --source is given.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour import posts.jsonl",
            "  firsthour import reviews.csv --map text=Body --map publishedAt=Date --zone"
                    + " Europe/Berlin",
            "  firsthour import --live old.jsonl      posts older than 48 h open cases, too",
        })
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN_REJECTIONS = 50;

    @Mixin private DataOption data;

    @Parameters(paramLabel = "FILE", description = "*.csv, or JSON Lines by any other name")
    private Path file;

    @Option(names = "--live", description = "open cases for posts older than 48 h, too")
    private boolean live;

    @Option(
            names = "--source",
            description =
                    "the source that all posts are stored under; ids are unique within it (default:"
                            + " the one that a row names, else “"
                            + ImportRun.USUAL_SOURCE
                            + "”)")
    private @Nullable String sourceName;

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "which CSV column a field is in; repeatable")
    private Map<String, String> columns = new HashMap<>();

    @Option(names = "--encoding", description = "of the file (default: UTF-8)")
    private @Nullable String encoding;

    @Option(names = "--zone", description = "of dates that name none, such as Europe/Berlin")
    private @Nullable String zone;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var options = options();
        try (var node = Node.open(data.folder())) {
            var rejections = new Rejections(spec.commandLine().getErr());
            var imported =
                    node.get(ImportRun.class)
                            .run(file, options, sourceName, live, rejections::print, _ -> {});
            rejections.printRest();
            print(out, imported.tally());
            if (node.get(Brands.class).list().isEmpty()) {
                out.println("There is no brand yet: what is stored is matched once one is added.");
            }
            return switch (imported.outcome()) {
                case Outcome.Done done -> done.rejected() == 0 ? 0 : 1;
                case Outcome.Refused refused -> throw new CommandFailure(refused.message());
            };
        }
    }

    private Options options() {
        var options = Options.forName(file.getFileName().toString()).withColumns(columns);
        try {
            if (encoding != null) {
                options = options.withEncoding(Charset.forName(encoding));
            }
            return zone == null ? options : options.withZone(ZoneId.of(zone));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CommandFailure(
                    "“" + encoding + "” is no encoding; name one such as windows-1252.");
        } catch (DateTimeException e) {
            throw new CommandFailure(
                    "“" + zone + "” is no time zone; name one such as Europe/Berlin.");
        }
    }

    private static void print(PrintWriter out, Tally tally) {
        out.printf("accepted   %6d%n", tally.accepted());
        out.printf("duplicate  %6d%n", tally.duplicate());
        out.printf("revised    %6d%n", tally.revised());
        out.printf("matched    %6d%n", tally.matched());
        out.printf("unmatched  %6d%n", tally.unmatched());
        if (tally.own() > 0) {
            out.printf("own        %6d%n", tally.own());
        }
        out.printf("rejected   %6d%n", tally.rejected());
        if (tally.matched() > 0) {
            out.println("What matched is judged by a running node: ./firsthour start");
        }
    }

    /// Shows the first rejections and counts the others, so that a wrong file does not flood.
    private static final class Rejections {
        private final PrintWriter err;
        private int count;

        Rejections(PrintWriter err) {
            this.err = err;
        }

        void print(Pull.Rejected rejected) {
            if (++count <= SHOWN_REJECTIONS) {
                err.println(rejected.where() + ": " + rejected.reason());
            }
        }

        void printRest() {
            if (count > SHOWN_REJECTIONS) {
                err.printf("and %d more%n", count - SHOWN_REJECTIONS);
            }
        }
    }
}
