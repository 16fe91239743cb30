/// The pages on which a brand is told what to listen for.
@NullMarked
package firsthour.web.brands;

import org.jspecify.annotations.NullMarked;
