@NullMarked
package firsthour.intake;

import org.jspecify.annotations.NullMarked;
