@NullMarked
package firsthour.triage;

import org.jspecify.annotations.NullMarked;
