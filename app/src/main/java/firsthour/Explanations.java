package firsthour;

import firsthour.brand.QueryError;
import firsthour.brand.Rejected;
import firsthour.database.DatabaseUnavailable;
import firsthour.secrets.KeyProblem;
import firsthour.security.SetupProblem;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells a person why a command failed: in a line or two where the reason is known, with everything
/// there is where it is a fault of ours.
final class Explanations implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, ParseResult parsed) {
        Optional<String> known =
                Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                        .filter(Explanations::isForAPerson)
                        .map(Throwable::getMessage)
                        .findFirst();
        if (known.isPresent()) {
            commandLine.getErr().println(commandLine.getColorScheme().errorText(known.get()));
        } else {
            // Here and not in a field: logging takes its time to start, and a command rarely needs
            // it.
            LoggerFactory.getLogger(Explanations.class)
                    .error(
                            "This is a fault in Firsthour; nothing that was stored is lost",
                            failure);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isForAPerson(Throwable cause) {
        return cause instanceof CommandFailure
                || cause instanceof DatabaseUnavailable
                || cause instanceof Rejected
                || cause instanceof QueryError
                || cause instanceof KeyProblem
                || cause instanceof SetupProblem;
    }
}
