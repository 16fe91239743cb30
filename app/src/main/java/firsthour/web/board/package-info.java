/// The page that shows managers how the desk stands.
@NullMarked
package firsthour.web.board;

import org.jspecify.annotations.NullMarked;
