@NullMarked
package firsthour.demo;

import org.jspecify.annotations.NullMarked;
