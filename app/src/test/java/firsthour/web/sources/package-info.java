@NullMarked
package firsthour.web.sources;

import org.jspecify.annotations.NullMarked;
