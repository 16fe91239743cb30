/// The packaged application, driven from outside as its users do: real processes, real database.
@NullMarked
package firsthour.system;

import org.jspecify.annotations.NullMarked;
