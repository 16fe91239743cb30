@NullMarked
package firsthour.response;

import org.jspecify.annotations.NullMarked;
