/// Where new cases go: the rules, tried before they go live.
@NullMarked
package firsthour.web.routing;

import org.jspecify.annotations.NullMarked;
