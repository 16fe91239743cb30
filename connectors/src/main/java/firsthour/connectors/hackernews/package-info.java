/// Hacker News, through Algolia's public search.
@NullMarked
package firsthour.connectors.hackernews;

import org.jspecify.annotations.NullMarked;
