/// Trained models over hashed features: what a post looks like to them, their weights, and what
/// they say.
@NullMarked
package firsthour.sentiment.linear;

import org.jspecify.annotations.NullMarked;
