@NullMarked
package firsthour.secrets;

import org.jspecify.annotations.NullMarked;
