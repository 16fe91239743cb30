@NullMarked
package firsthour.mention;

import org.jspecify.annotations.NullMarked;
