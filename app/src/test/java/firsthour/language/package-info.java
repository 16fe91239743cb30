@NullMarked
package firsthour.language;

import org.jspecify.annotations.NullMarked;
