/// Brands: what is tracked for them, where it is read, and which accounts are their own.
@NullMarked
package firsthour.brand;

import org.jspecify.annotations.NullMarked;
