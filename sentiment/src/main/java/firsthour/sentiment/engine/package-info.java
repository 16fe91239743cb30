/// Puts the parts of the judgement together.
@NullMarked
package firsthour.sentiment.engine;

import org.jspecify.annotations.NullMarked;
