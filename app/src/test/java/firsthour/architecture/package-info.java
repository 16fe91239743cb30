@NullMarked
package firsthour.architecture;

import org.jspecify.annotations.NullMarked;
