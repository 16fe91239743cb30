@NullMarked
package firsthour.web.causes;

import org.jspecify.annotations.NullMarked;
