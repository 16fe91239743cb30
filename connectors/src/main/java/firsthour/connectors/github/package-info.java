/// GitHub's issues, searched by phrase.
@NullMarked
package firsthour.connectors.github;

import org.jspecify.annotations.NullMarked;
