/// The chat that the demo plays.
@NullMarked
package firsthour.web.demo;

import org.jspecify.annotations.NullMarked;
