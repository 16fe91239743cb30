/// Tells which language a post is written in, before anybody judges it.
@NullMarked
package firsthour.sentiment.language;

import org.jspecify.annotations.NullMarked;
