/// The languages in which pages speak, and the texts in each.
@NullMarked
package firsthour.language;

import org.jspecify.annotations.NullMarked;
