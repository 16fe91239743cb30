@NullMarked
package firsthour.web.channels;

import org.jspecify.annotations.NullMarked;
