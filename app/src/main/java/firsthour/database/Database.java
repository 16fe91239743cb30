package firsthour.database;

/// Where a MariaDB answers, for as long as this is open.
public interface Database extends AutoCloseable {
    /// The JDBC address with host, port and schema, without credentials and without settings of
    /// ours.
    String url();

    String username();

    String password();

    /// Lets go of the database. Never throws: nobody could do anything about it any more.
    @Override
    void close();
}
