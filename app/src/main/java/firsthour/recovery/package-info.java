/// What comes after the answer: signs that a customer was won back.
@NullMarked
package firsthour.recovery;

import org.jspecify.annotations.NullMarked;
