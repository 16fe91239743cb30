/// The sample brand: invented posts and staff, played through the real rooms on a clock of its own,
/// so that an installation which is seconds old shows three weeks.
@NullMarked
package firsthour.demo;

import org.jspecify.annotations.NullMarked;
