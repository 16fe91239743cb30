/// Reviews of an app in one country's App Store, from Apple's public feed.
@NullMarked
package firsthour.connectors.appstore;

import org.jspecify.annotations.NullMarked;
