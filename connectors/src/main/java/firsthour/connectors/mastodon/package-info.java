/// Public posts of a Mastodon instance, by hashtag or by search.
@NullMarked
package firsthour.connectors.mastodon;

import org.jspecify.annotations.NullMarked;
