@NullMarked
package firsthour.scoring;

import org.jspecify.annotations.NullMarked;
