/// The only place that asks what time it is.
@NullMarked
package firsthour.time;

import org.jspecify.annotations.NullMarked;
