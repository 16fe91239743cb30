/// Which event is told on which channel, and in which words. Reads other rooms' tables by SQL, so
/// that what is told is true when it is sent; writes only its rules.
@NullMarked
package firsthour.alerts;

import org.jspecify.annotations.NullMarked;
