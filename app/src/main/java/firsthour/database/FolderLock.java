package firsthour.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// An exclusive lock on a file, against other processes. The system frees it when the process ends,
/// however it ends.
///
/// A lock belongs to a whole JVM, so callers within one JVM have to take turns before they come
/// here.
record FolderLock(FileChannel channel) implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// @param patience how long another process may hold it; long enough for a first start on a
    ///   slow disk
    /// @throws DatabaseUnavailable when another process holds it for longer
    static FolderLock await(Path file, Duration patience) throws IOException {
        FileChannel channel = open(file);
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (channel.tryLock() == null) {
                if (System.nanoTime() > deadline) {
                    throw new DatabaseUnavailable(
                            "Another Firsthour has been starting or stopping on "
                                    + file.getParent()
                                    + " for "
                                    + patience.toSeconds()
                                    + " seconds. Nothing was started. Wait for it, or stop it, and try again.");
                }
                Pause.of(PAUSE);
            }
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
