/// The reply check: a list of named rules, each a pure function from a text and what is known of
/// its case to findings with their places.
@NullMarked
package firsthour.response.check;

import org.jspecify.annotations.NullMarked;
