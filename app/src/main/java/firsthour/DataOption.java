package firsthour;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that every command with a database has.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where everything is kept (default: ./data); made when it is missing")
    private Path folder;

    Path folder() {
        return folder;
    }
}
