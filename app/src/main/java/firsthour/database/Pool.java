package firsthour.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/// The connections to the database. A bean of its own, so that it is closed after everything that
/// uses the data source and before the server.
record Pool(HikariDataSource source) implements AutoCloseable {
    private static final int SIZE = 16;
    private static final int IDLE = 2;

    /// How long a request waits for a connection, so that people get an answer while the database
    /// is away.
    private static final long PATIENCE_MILLIS = 5_000;

    static Pool of(Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("firsthour");
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(IDLE);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(2_000);
        // Instants go in and come out exactly, whatever the zones of the JVM and of the server are.
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        config.addDataSourceProperty("preserveInstants", "true");
        config.addDataSourceProperty("connectTimeout", "3000");
        // Longer than the server lets a statement wait for a lock (50 s); shorter than people wait
        // for a server that hangs.
        config.addDataSourceProperty("socketTimeout", "60000");
        // Work is claimed by FOR UPDATE SKIP LOCKED. Under REPEATABLE READ that locks the gaps
        // between rows as well: two
        // nodes that claim and insert at once would wait for each other and deadlock.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new Pool(new HikariDataSource(config));
    }

    @Override
    public void close() {
        source.close();
    }
}
