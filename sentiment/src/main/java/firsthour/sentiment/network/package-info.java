/// A small convolutional network over word vectors: what a post looks like to it, and what it says.
@NullMarked
package firsthour.sentiment.network;

import org.jspecify.annotations.NullMarked;
