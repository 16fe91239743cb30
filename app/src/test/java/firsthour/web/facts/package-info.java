@NullMarked
package firsthour.web.facts;

import org.jspecify.annotations.NullMarked;
