/// Posts and comments of a Lemmy instance, searched by phrase.
@NullMarked
package firsthour.connectors.lemmy;

import org.jspecify.annotations.NullMarked;
