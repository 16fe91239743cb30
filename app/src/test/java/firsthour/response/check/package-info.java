@NullMarked
package firsthour.response.check;

import org.jspecify.annotations.NullMarked;
