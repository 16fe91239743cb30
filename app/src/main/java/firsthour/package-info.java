/// The command line: the one way to start anything.
@NullMarked
package firsthour;

import org.jspecify.annotations.NullMarked;
