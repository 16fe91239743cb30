/// What other systems call: they sign in by a signature, not as a person.
@NullMarked
package firsthour.api;

import org.jspecify.annotations.NullMarked;
