/// RSS and Atom feeds: blogs, forums, news, Google Alerts.
@NullMarked
package firsthour.connectors.rss;

import org.jspecify.annotations.NullMarked;
