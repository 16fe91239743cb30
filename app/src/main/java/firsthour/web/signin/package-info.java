/// The door: signing in and out, and the first run.
@NullMarked
package firsthour.web.signin;

import org.jspecify.annotations.NullMarked;
