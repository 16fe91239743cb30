@NullMarked
package firsthour.web.routing;

import org.jspecify.annotations.NullMarked;
