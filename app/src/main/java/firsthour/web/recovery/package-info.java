/// Signs that a customer was won back, and who else that customer is.
@NullMarked
package firsthour.web.recovery;

import org.jspecify.annotations.NullMarked;
