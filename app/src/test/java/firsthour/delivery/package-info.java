@NullMarked
package firsthour.delivery;

import org.jspecify.annotations.NullMarked;
