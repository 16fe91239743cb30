/// Comments below the videos of a channel on YouTube.
@NullMarked
package firsthour.connectors.youtube;

import org.jspecify.annotations.NullMarked;
