@NullMarked
package firsthour.web.praise;

import org.jspecify.annotations.NullMarked;
