/// Reviews of an app on Steam.
@NullMarked
package firsthour.connectors.steam;

import org.jspecify.annotations.NullMarked;
