/// Causes: what several customers write about.
@NullMarked
package firsthour.causes;

import org.jspecify.annotations.NullMarked;
