/// What all pages share: the frame around them, words for times, notices, error pages.
@NullMarked
package firsthour.web.shell;

import org.jspecify.annotations.NullMarked;
