@NullMarked
package firsthour.web.account;

import org.jspecify.annotations.NullMarked;
