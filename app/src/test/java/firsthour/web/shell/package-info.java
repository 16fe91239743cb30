@NullMarked
package firsthour.web.shell;

import org.jspecify.annotations.NullMarked;
