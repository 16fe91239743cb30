@NullMarked
package firsthour.web.policies;

import org.jspecify.annotations.NullMarked;
