package firsthour;

import java.util.List;
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  firsthour demo                     try it with a sample brand, data in ./data/demo",
            "  firsthour start                    run on http://127.0.0.1:8080, data in ./data",
            "  firsthour help start               every option of a command",
        })
public final class Application implements Runnable {
    private static final List<Class<?>> COMMANDS =
            List.of(
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
                    CommandLine.HelpCommand.class);

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /// The exit status is 0 when it was done, 1 when it failed, 2 when it was misused.
    ///
    /// @param arguments that it will be given, or none
    static CommandLine commandLine(String... arguments) {
        var commandLine = new CommandLine(new Application());
        needed(arguments).forEach(commandLine::addSubcommand);
        tellVersion(commandLine);
        return commandLine
                .setExecutionExceptionHandler(new Explanations())
                .setUsageHelpAutoWidth(true);
    }

    /// Only the command that is called, because picocli takes its time to look at one; all of them
    /// where it is told what there is.
    private static List<Class<?>> needed(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0 && isNamed(arguments[0], command))
                .filter(command -> command != CommandLine.HelpCommand.class)
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static boolean isNamed(String name, Class<?> command) {
        return name.equals(command.getAnnotation(Command.class).name());
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
