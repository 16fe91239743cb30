@NullMarked
package firsthour.web.report;

import org.jspecify.annotations.NullMarked;
