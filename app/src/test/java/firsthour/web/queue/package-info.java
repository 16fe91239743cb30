@NullMarked
package firsthour.web.queue;

import org.jspecify.annotations.NullMarked;
