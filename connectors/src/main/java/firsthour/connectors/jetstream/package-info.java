/// Posts of Bluesky from its public stream, without a key.
@NullMarked
package firsthour.connectors.jetstream;

import org.jspecify.annotations.NullMarked;
