@NullMarked
package firsthour.security;

import org.jspecify.annotations.NullMarked;
