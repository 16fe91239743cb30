/// Praise, and the thanks for it.
@NullMarked
package firsthour.web.praise;

import org.jspecify.annotations.NullMarked;
