/// What becomes a case, in which order cases are worked, and what people decide about them. Starts
/// and stops clocks.
@NullMarked
package firsthour.triage;

import org.jspecify.annotations.NullMarked;
