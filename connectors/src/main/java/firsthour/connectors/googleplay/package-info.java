/// Reviews of an app on Google Play.
@NullMarked
package firsthour.connectors.googleplay;

import org.jspecify.annotations.NullMarked;
