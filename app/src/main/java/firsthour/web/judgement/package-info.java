/// How good the judgement is: what people found right and overlooked, the threshold that this
/// suggests, and judging again after a change of the model.
@NullMarked
package firsthour.web.judgement;

import org.jspecify.annotations.NullMarked;
