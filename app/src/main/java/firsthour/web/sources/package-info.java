/// The page that says how each source fares, and adds new ones.
@NullMarked
package firsthour.web.sources;

import org.jspecify.annotations.NullMarked;
