@NullMarked
package firsthour.web.judgement;

import org.jspecify.annotations.NullMarked;
