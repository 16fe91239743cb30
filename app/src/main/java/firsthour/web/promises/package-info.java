/// What was promised to customers, and what they were given.
@NullMarked
package firsthour.web.promises;

import org.jspecify.annotations.NullMarked;
