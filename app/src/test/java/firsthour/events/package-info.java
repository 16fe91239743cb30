@NullMarked
package firsthour.events;

import org.jspecify.annotations.NullMarked;
