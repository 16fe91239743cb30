/// Who works here, and what each may do.
@NullMarked
package firsthour.team;

import org.jspecify.annotations.NullMarked;
