/// The pages of causes: what several customers write about.
@NullMarked
package firsthour.web.causes;

import org.jspecify.annotations.NullMarked;
