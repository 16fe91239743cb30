@NullMarked
package firsthour.web.recovery;

import org.jspecify.annotations.NullMarked;
