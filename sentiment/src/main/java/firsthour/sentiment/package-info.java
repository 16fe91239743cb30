/// The face of the judgement engine: a text goes in, a [firsthour.sentiment.Score] comes out.
@NullMarked
package firsthour.sentiment;

import org.jspecify.annotations.NullMarked;
