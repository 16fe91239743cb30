/// Reviews of an app on the App Store, through the account of its developer.
@NullMarked
package firsthour.connectors.appstoreconnect;

import org.jspecify.annotations.NullMarked;
