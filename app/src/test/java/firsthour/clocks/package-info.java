@NullMarked
package firsthour.clocks;

import org.jspecify.annotations.NullMarked;
