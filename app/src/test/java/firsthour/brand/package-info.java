@NullMarked
package firsthour.brand;

import org.jspecify.annotations.NullMarked;
