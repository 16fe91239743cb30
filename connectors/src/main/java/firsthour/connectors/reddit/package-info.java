/// Posts of Reddit, searched by phrase with a key, and the comments below them.
@NullMarked
package firsthour.connectors.reddit;

import org.jspecify.annotations.NullMarked;
