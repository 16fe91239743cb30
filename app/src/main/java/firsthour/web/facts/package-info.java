/// The facts and words that managers keep for those who reply.
@NullMarked
package firsthour.web.facts;

import org.jspecify.annotations.NullMarked;
