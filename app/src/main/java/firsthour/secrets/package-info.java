/// What is stored must not be readable by whoever reads the database alone.
@NullMarked
package firsthour.secrets;

import org.jspecify.annotations.NullMarked;
