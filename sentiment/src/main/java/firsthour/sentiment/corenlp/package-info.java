/// CoreNLP's parser and its sentiment over trees.
@NullMarked
package firsthour.sentiment.corenlp;

import org.jspecify.annotations.NullMarked;
