@NullMarked
package firsthour.team;

import org.jspecify.annotations.NullMarked;
