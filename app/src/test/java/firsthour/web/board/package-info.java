@NullMarked
package firsthour.web.board;

import org.jspecify.annotations.NullMarked;
