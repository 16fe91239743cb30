/// Who is signed in, and what that allows.
@NullMarked
package firsthour.security;

import org.jspecify.annotations.NullMarked;
