/// Comments on one WordPress site, searched by phrase.
@NullMarked
package firsthour.connectors.wordpress;

import org.jspecify.annotations.NullMarked;
