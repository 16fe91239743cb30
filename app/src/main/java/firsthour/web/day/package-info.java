/// The page with what waits for the one who reads it.
@NullMarked
package firsthour.web.day;

import org.jspecify.annotations.NullMarked;
