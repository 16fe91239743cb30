/// Posts on X, searched by phrase and paid for one by one.
@NullMarked
package firsthour.connectors.x;

import org.jspecify.annotations.NullMarked;
