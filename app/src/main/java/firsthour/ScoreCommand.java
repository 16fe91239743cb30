package firsthour;

import firsthour.sentiment.engine.Engine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Judges posts from standard input; needs no database and no server.
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Judges posts: JSON Lines on standard input, one line out for each.",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nA line in:%n",
        footer = {
            "  {\"id\":\"7\",\"text\":\"Still no refund.\",\"lang\":\"en\",\"target\":\"Acme\",\"rating\":1}",
            "  Only \"text\" is needed. \"target\" is a brand: what the text says of it is told",
            "  apart. \"rating\", 1 to 5, decides where the text is empty. Other fields are",
            "  ignored.",
            "",
            "A line out has polarity (negative, neutral, positive, undetermined),",
            "probabilities, the probability of a complaint, severity from 0 to 100 with its",
            "reasons, topics, flags (question, praise, irony), language, the polarity toward",
            "the target, and the confidence in the polarity (toward the target, where there is",
            "one). What cannot be told is null.",
            "A line that cannot be read becomes {\"id\":…,\"error\":\"…\"}, and the exit",
            "status is 1.",
            "",
            "Examples:",
            "  firsthour score < posts.jsonl > scores.jsonl",
            "  firsthour score --explain < posts.jsonl",
            "  echo '{\"id\":\"1\",\"text\":\"Worst service ever\"}' | firsthour score --explain",
        })
final class ScoreCommand implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Option(
            names = "--explain",
            description =
                    "Adds the phrases that moved the judgement. Loads CoreNLP, which takes seconds.")
    private boolean explain;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many posts are judged at once; by default one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /// Set by picocli.
    @Spec private CommandSpec spec = CommandSpec.create();

    /// Reads standard input and writes standard output.
    ScoreCommand() {
        // Not System.out, which would hide that the reader of the output has gone.
        this(System.in, new FileOutputStream(FileDescriptor.out));
    }

    ScoreCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads must be 1 or more, not " + threads + ".");
        }
        var errors = spec.commandLine().getErr();
        try {
            long invalid = new ScoreLines(new Engine(), explain, threads).run(in, out, errors);
            return invalid == 0 ? 0 : 1;
        } catch (IOException broken) {
            errors.println(
                    "Stopped: " + broken.getMessage() + ". What was written so far is valid.");
            return 1;
        }
    }
}
