/// Where alerts go, by which rules, and what became of each.
@NullMarked
package firsthour.web.channels;

import org.jspecify.annotations.NullMarked;
