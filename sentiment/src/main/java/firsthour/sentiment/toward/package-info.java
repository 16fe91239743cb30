/// What a post says of one brand: where the brand is named, how the post speaks around it, and what
/// it is compared with.
@NullMarked
package firsthour.sentiment.toward;

import org.jspecify.annotations.NullMarked;
