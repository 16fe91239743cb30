/// Posts on one Discourse forum.
@NullMarked
package firsthour.connectors.discourse;

import org.jspecify.annotations.NullMarked;
