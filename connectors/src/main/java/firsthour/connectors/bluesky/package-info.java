/// Posts of Bluesky, searched by phrase with an app password.
@NullMarked
package firsthour.connectors.bluesky;

import org.jspecify.annotations.NullMarked;
