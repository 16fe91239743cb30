/// The targets that are promised, and one clock for each target, case and episode: what is due,
/// what was met, what was breached. Knows cases by their id alone.
@NullMarked
package firsthour.clocks;

import org.jspecify.annotations.NullMarked;
