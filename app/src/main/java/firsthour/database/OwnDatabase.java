package firsthour.database;

/// A MariaDB that somebody else runs, given by address. Closing it does nothing: it is not ours.
record OwnDatabase(String url, String username, String password) implements Database {
    /// @throws DatabaseUnavailable when the address is not one of a MariaDB
    OwnDatabase {
        if (!url.startsWith("jdbc:mariadb://")) {
            throw new DatabaseUnavailable(
                    "FIRSTHOUR_DATABASE_URL has to look like jdbc:mariadb://host:3306/firsthour."
                            + " Nothing was started.");
        }
    }

    @Override
    public void close() {}

    /// Leaves the password out, so that it never stands in a log.
    @Override
    public String toString() {
        return "OwnDatabase[" + username + "]";
    }
}
