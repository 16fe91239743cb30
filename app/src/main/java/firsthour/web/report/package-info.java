/// The weekly report: as a page whose figures open what they count, and as a file that stands
/// alone.
@NullMarked
package firsthour.web.report;

import org.jspecify.annotations.NullMarked;
