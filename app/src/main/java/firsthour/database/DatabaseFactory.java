package firsthour.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceFactory;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import javax.sql.DataSource;

/// The database's beans. Each depends on the one before, because that alone makes them stop in the
/// right order: whoever uses the data source, the pool, the server.
@Factory
final class DatabaseFactory {
    @Singleton
    @Requires(property = "firsthour.data")
    DataFolder dataFolder(@Value("${firsthour.data}") String path) {
        return DataFolder.open(Path.of(path));
    }

    /// @param url of a MariaDB of one's own, empty for the embedded one
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "firsthour.data")
    Database database(
            DataFolder folder,
            @Value("${firsthour.database.url:}") String url,
            @Value("${firsthour.database.username:}") String username,
            @Value("${firsthour.database.password:}") String password) {
        return url.isEmpty()
                ? EmbeddedDatabase.open(folder)
                : new OwnDatabase(url, username, password);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Pool pool(Database database) {
        Migrations.apply(database);
        return Pool.of(database);
    }

    @Context
    @Named("default")
    @Replaces(bean = DataSource.class, factory = DatasourceFactory.class)
    DataSource dataSource(Pool pool) {
        return pool.source();
    }
}
