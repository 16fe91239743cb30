/// Reads posts from a file, CSV or JSON Lines, and from JSON that another system sent: not a
/// network, so no connector, but the same posts.
@NullMarked
package firsthour.connectors.file;

import org.jspecify.annotations.NullMarked;
