package firsthour;

import firsthour.database.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that every command with a database has.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where everything is kept (default: ./data)")
    private Path folder;

    Path folder() {
        return folder;
    }

    /// The folder, for a command that can only work on what is there: a mistyped one is not made.
    Path existing() {
        if (!DataFolder.isOne(folder) && System.getenv("FIRSTHOUR_DATABASE_URL") == null) {
            throw new CommandFailure(
                    "There is no data of Firsthour in %s. Nothing was made. Give the folder with --data, or make one with: start"
                            .formatted(folder.toAbsolutePath()));
        }
        return folder;
    }
}
