/// Where everything is kept: an embedded MariaDB in the data folder, or one of your own, its pool
/// of connections and its migrations.
@NullMarked
package firsthour.database;

import org.jspecify.annotations.NullMarked;
