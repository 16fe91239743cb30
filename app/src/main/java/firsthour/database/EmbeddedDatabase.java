package firsthour.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The MariaDB of a data folder: started by whoever comes first, shared by all who come later,
/// stopped by the last.
final class EmbeddedDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /// One seat for each folder: file locks belong to the JVM, so those within it count themselves.
    private static final Map<Path, Seat> SEATS = new HashMap<>();

    private final Path folder;
    private final Seat seat;
    private boolean open = true;

    private EmbeddedDatabase(Path folder, Seat seat) {
        this.folder = folder;
        this.seat = seat;
    }

    /// @throws DatabaseUnavailable when there is no server and none can be started
    static EmbeddedDatabase open(DataFolder folder) {
        synchronized (SEATS) {
            try {
                Path real = folder.path().toRealPath();
                Seat seat = SEATS.get(real);
                if (seat == null) {
                    seat = Seat.take(new DataFolder(real));
                    SEATS.put(real, seat);
                }
                seat.welcome();
                return new EmbeddedDatabase(real, seat);
            } catch (IOException e) {
                throw new DatabaseUnavailable(
                        "The database in "
                                + folder.path()
                                + " could not be started ("
                                + e.getMessage()
                                + "). What it holds was kept. Is the disk full, or the folder not yours to write?",
                        e);
            }
        }
    }

    @Override
    public String url() {
        return seat.server().url();
    }

    @Override
    public String username() {
        return Server.USER;
    }

    @Override
    public String password() {
        return seat.server().properties().password();
    }

    @Override
    public void close() {
        synchronized (SEATS) {
            if (!open) {
                return;
            }
            open = false;
            if (!seat.farewell()) {
                return;
            }
            SEATS.remove(folder);
            try {
                seat.leave();
            } catch (IOException | DatabaseUnavailable e) {
                LOG.warn("The database server could not be stopped; the next start uses it", e);
            }
        }
    }
}
