/// Puts together what knows nothing of the application.
@NullMarked
package firsthour.wiring;

import org.jspecify.annotations.NullMarked;
