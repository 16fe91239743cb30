package firsthour.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/// The folder in which one installation keeps everything that outlives a run.
///
/// @param path absolute
public record DataFolder(Path path) {
    /// Counts up whenever the layout of the folder or the version of its server changes in a way
    /// that an older Firsthour would damage. Changes of tables are the migrations' own matter.
    static final int LAYOUT = 1;

    private static final String VERSION = "version";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /// The folder, made when it is missing and checked before anything in it is touched.
    ///
    /// @throws DatabaseUnavailable when it cannot be written, or when a newer Firsthour has written
    ///   it
    public static DataFolder open(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            Files.createDirectories(folder.path);
            folder.checkLayout();
            folder.checkWritable();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder "
                            + folder.path
                            + " cannot be used ("
                            + reason(e)
                            + "). Nothing was started. Give another folder with --data, or mend this one.",
                    e);
        }
        return folder;
    }

    /// Whether a Firsthour has written there.
    public static boolean isOne(Path path) {
        return Files.exists(path.resolve(VERSION));
    }

    /// A file or folder in the data folder; it may not exist yet.
    public Path file(String name) {
        return path.resolve(name);
    }

    private void checkLayout() throws IOException {
        Path version = file(VERSION);
        if (!Files.exists(version)) {
            return;
        }
        String found = Files.readString(version).strip();
        if (!NUMBER.matcher(found).matches()) {
            throw new DatabaseUnavailable(
                    "The file "
                            + version
                            + " should hold one number and does not. Nothing was changed. Is this a data folder of"
                            + " Firsthour?");
        }
        if (Integer.parseInt(found) > LAYOUT) {
            throw new DatabaseUnavailable(
                    "The data folder "
                            + path
                            + " was written by a newer Firsthour (layout "
                            + found
                            + ", this one knows "
                            + LAYOUT
                            + "). Nothing was changed. Use the newer Firsthour, or another folder.");
        }
    }

    /// By writing, because neither permission bits nor their absence tell the truth for root or for
    /// a read-only disk.
    private void checkWritable() throws IOException {
        Path draft = Files.createTempFile(path, VERSION, ".part");
        Files.writeString(draft, LAYOUT + "\n");
        Files.move(draft, file(VERSION), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }
}
