/// Posts of Reddit, searched by phrase with a key.
@NullMarked
package firsthour.connectors.reddit;

import org.jspecify.annotations.NullMarked;
