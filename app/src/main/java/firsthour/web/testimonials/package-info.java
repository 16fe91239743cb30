/// What customers let us quote.
@NullMarked
package firsthour.web.testimonials;

import org.jspecify.annotations.NullMarked;
