@NullMarked
package firsthour.time;

import org.jspecify.annotations.NullMarked;
