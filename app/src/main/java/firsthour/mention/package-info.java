/// What was said: posts, their revisions, the mentions of brands in them, and our own replies that
/// were found.
@NullMarked
package firsthour.mention;

import org.jspecify.annotations.NullMarked;
