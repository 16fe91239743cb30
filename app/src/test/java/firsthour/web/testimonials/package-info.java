@NullMarked
package firsthour.web.testimonials;

import org.jspecify.annotations.NullMarked;
