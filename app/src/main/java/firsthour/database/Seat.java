package firsthour.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This JVM's place among the processes that use one data folder's server.
///
/// Joining and leaving happen under the folder's gate, one process at a time. As long as it uses
/// the server, each holds a shared lock on `members.lock`, which the system frees even after
/// SIGKILL. Whoever can take that lock alone on leaving was the last and stops the server; one that
/// everybody left by being killed is found and used by the next.
final class Seat {
    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ATTEMPTS = 3;

    private final DataFolder folder;
    private final FileChannel members;
    private @Nullable FileLock membership;
    private Server server;
    private int guests;

    private Seat(DataFolder folder, FileChannel members, FileLock membership, Server server) {
        this.folder = folder;
        this.members = members;
        this.membership = membership;
        this.server = server;
    }

    /// @throws DatabaseUnavailable when there is no server and none can be started
    static Seat take(DataFolder folder) throws IOException {
        try (FolderLock _ = gate(folder)) {
            FileChannel members = FolderLock.open(folder.file("members.lock"));
            try {
                FileLock membership = members.lock(0, Long.MAX_VALUE, true);
                Optional<Server> running = Server.find(folder);
                Server server = running.isPresent() ? running.get() : start(folder);
                Seat seat = new Seat(folder, members, membership, server);
                seat.watch();
                return seat;
            } catch (IOException | RuntimeException e) {
                members.close();
                throw e;
            }
        }
    }

    synchronized Server server() {
        return server;
    }

    synchronized void welcome() {
        guests++;
    }

    /// Says goodbye to one user; true when it was the last one of this JVM.
    synchronized boolean farewell() {
        guests--;
        return guests == 0;
    }

    synchronized void leave() throws IOException {
        try (FolderLock _ = gate(folder)) {
            if (membership != null) {
                membership.release();
                membership = null;
            }
            FileLock alone = members.tryLock();
            if (alone != null) {
                LOG.debug("The last one out of {}: stopping its server", folder.path());
                server.stop();
            }
        } finally {
            members.close();
        }
    }

    private static Server start(DataFolder folder) throws IOException {
        Binaries binaries = Binaries.find(folder.path());
        Installation.install(folder, binaries);
        int before =
                ServerProperties.find(folder.file("server.properties"))
                        .map(ServerProperties::port)
                        .orElse(0);
        for (int attempt = 1; ; attempt++) {
            int port = isFree(before) ? before : freePort();
            try {
                return Server.start(folder, binaries, port);
            } catch (DatabaseUnavailable e) {
                if (attempt == ATTEMPTS || !Installation.portWasTaken(folder)) {
                    throw e;
                }
                LOG.info("Port {} was taken by another program; trying another one", port);
                before = 0;
            }
        }
    }

    /// Starts the server again when it dies under us: at the same port, so that every process finds
    /// it there.
    private void watch() {
        Thread.ofPlatform()
                .daemon()
                .name("database-watch")
                .start(() -> {
                    while (isTaken()) {
                        Pause.of(Duration.ofSeconds(1));
                        reviveIfDead();
                    }
                });
    }

    private synchronized boolean isTaken() {
        return membership != null;
    }

    private synchronized void reviveIfDead() {
        if (membership == null || server.runs()) {
            return;
        }
        LOG.warn("The database server on {} is gone; starting it again", folder.path());
        try (FolderLock _ = gate(folder)) {
            Optional<Server> revived = Server.find(folder);
            server =
                    revived.isPresent()
                            ? revived.get()
                            : Server.start(
                                    folder,
                                    Binaries.find(folder.path()),
                                    server.properties().port());
            LOG.info("The database server is back");
        } catch (IOException | RuntimeException e) {
            // Whatever it was: the watch goes on.
            LOG.error("The database server cannot be started again yet: {}", e.getMessage());
        }
    }

    private static FolderLock gate(DataFolder folder) throws IOException {
        return FolderLock.await(folder.file("gate.lock"), PATIENCE);
    }

    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
