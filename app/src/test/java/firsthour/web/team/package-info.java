@NullMarked
package firsthour.web.team;

import org.jspecify.annotations.NullMarked;
