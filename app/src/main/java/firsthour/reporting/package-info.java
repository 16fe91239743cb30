/// Reads what was stored and says how the week went. Only reads, by plain SQL of its own, so that a
/// report never changes what it reports.
@NullMarked
package firsthour.reporting;

import org.jspecify.annotations.NullMarked;
