@NullMarked
package firsthour.causes;

import org.jspecify.annotations.NullMarked;
