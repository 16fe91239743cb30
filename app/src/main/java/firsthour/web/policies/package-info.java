/// What a brand promises, and when people are there to keep it.
@NullMarked
package firsthour.web.policies;

import org.jspecify.annotations.NullMarked;
