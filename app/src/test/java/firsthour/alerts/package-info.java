@NullMarked
package firsthour.alerts;

import org.jspecify.annotations.NullMarked;
