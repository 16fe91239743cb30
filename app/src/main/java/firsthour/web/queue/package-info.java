/// The page with the cases that wait, in the order in which they are worked.
@NullMarked
package firsthour.web.queue;

import org.jspecify.annotations.NullMarked;
