/// Which hosts on private addresses may be reached.
@NullMarked
package firsthour.web.network;

import org.jspecify.annotations.NullMarked;
