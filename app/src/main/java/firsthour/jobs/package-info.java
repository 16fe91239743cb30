/// What is done again and again: one thin job for each schedule. The work itself lives in the rooms
/// that the jobs call.
@NullMarked
package firsthour.jobs;

import org.jspecify.annotations.NullMarked;
