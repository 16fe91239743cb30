@NullMarked
package firsthour.api;

import org.jspecify.annotations.NullMarked;
