/// What other systems call: they sign in by a signature or a token, not as a person on a page.
@NullMarked
package firsthour.api;

import org.jspecify.annotations.NullMarked;
