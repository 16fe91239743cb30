/// A post's words without its wrapping, and the way back to the post as it was written.
@NullMarked
package firsthour.sentiment.text;

import org.jspecify.annotations.NullMarked;
