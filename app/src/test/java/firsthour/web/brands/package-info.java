@NullMarked
package firsthour.web.brands;

import org.jspecify.annotations.NullMarked;
