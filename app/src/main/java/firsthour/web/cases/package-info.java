/// The page of a case, where people decide and reply, and its row in the queue.
@NullMarked
package firsthour.web.cases;

import org.jspecify.annotations.NullMarked;
