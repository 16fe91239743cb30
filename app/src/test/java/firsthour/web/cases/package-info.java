@NullMarked
package firsthour.web.cases;

import org.jspecify.annotations.NullMarked;
