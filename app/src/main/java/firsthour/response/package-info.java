/// What people say in public about a case: replies that they record, replies that are found on the
/// network, and the timeline of it all.
@NullMarked
package firsthour.response;

import org.jspecify.annotations.NullMarked;
