/// What everybody may change about oneself.
@NullMarked
package firsthour.web.account;

import org.jspecify.annotations.NullMarked;
