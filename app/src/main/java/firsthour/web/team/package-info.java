/// The team: who works here, and what each may do.
@NullMarked
package firsthour.web.team;

import org.jspecify.annotations.NullMarked;
