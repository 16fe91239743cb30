@NullMarked
package firsthour.reporting.month;

import org.jspecify.annotations.NullMarked;
