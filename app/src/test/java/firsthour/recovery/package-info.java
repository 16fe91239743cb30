@NullMarked
package firsthour.recovery;

import org.jspecify.annotations.NullMarked;
