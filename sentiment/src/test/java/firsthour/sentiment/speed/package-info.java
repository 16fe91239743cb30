/// How fast the judgement is.
@NullMarked
package firsthour.sentiment.speed;

import org.jspecify.annotations.NullMarked;
