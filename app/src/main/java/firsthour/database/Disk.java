package firsthour.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Room and order on the disk under the data folder.
final class Disk {
    private Disk() {}

    /// @throws DatabaseUnavailable when fewer than that many bytes are free, before any is written
    static void requireSpace(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new DatabaseUnavailable(
                    "The disk under "
                            + folder
                            + " has "
                            + (free >> 20)
                            + " MB free; a first start needs "
                            + (bytes >> 20)
                            + " MB. Nothing was changed. Make room there, or give another folder with --data.");
        }
    }

    /// Deletes a folder and all in it; a missing one is fine.
    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// The last lines of a file, or nothing where it cannot be read: it only helps to explain
    /// another failure.
    static List<String> lastLines(Path file, int count) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e.getMessage() + ")");
        }
    }
}
