/// What programs can ask, from the document that the compiler made of the REST interface. The page
/// is our own: nothing is loaded from elsewhere, and it looks like the others.
@NullMarked
package firsthour.web.reference;

import org.jspecify.annotations.NullMarked;
