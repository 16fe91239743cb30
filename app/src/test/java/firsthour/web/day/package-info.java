@NullMarked
package firsthour.web.day;

import org.jspecify.annotations.NullMarked;
