package firsthour;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others: alone it says which there are, and fails.
abstract class CommandGroup implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which of these? " + String.join(", ", spec.subcommands().keySet()));
    }
}
