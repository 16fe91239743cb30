@NullMarked
package firsthour.reporting;

import org.jspecify.annotations.NullMarked;
