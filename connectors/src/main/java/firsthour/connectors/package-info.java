/// What a network is to Firsthour: pages of posts, a checkpoint, a budget, or a refusal that says
/// why. A connector knows no brand, no score and no database.
@NullMarked
package firsthour.connectors;

import org.jspecify.annotations.NullMarked;
