@NullMarked
package firsthour.web.promises;

import org.jspecify.annotations.NullMarked;
