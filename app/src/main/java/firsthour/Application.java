package firsthour;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Starts the command line. The exit status is 0 only when what was asked for was done.
@Command(
        name = "firsthour",
        mixinStandardHelpOptions = true,
        description =
                "Hears what people say about a brand in public, finds the complaints, and keeps the time"
                        + " until somebody has answered.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            BrandCommand.class,
            SourceCommand.class,
            ChannelCommand.class,
            ImportCommand.class,
            ScoreCommand.class,
            RejudgeCommand.class,
            ReportCommand.class,
            UserCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour demo                     try it with a sample brand, data in ./data/demo",
            "  firsthour start                    run on http://127.0.0.1:8080, data in ./data",
            "  firsthour help start               every option of a command",
        })
public final class Application implements Runnable {
    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The exit status is 0 when it was done, 1 when it failed, 2 when it was misused.
    static CommandLine commandLine() {
        var commandLine =
                new CommandLine(new Application())
                        .setExecutionExceptionHandler(new Explanations())
                        .setUsageHelpAutoWidth(true);
        tellVersion(commandLine);
        return commandLine;
    }

    /// `--version` is an option of every command.
    private static void tellVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(Application::tellVersion);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
}
