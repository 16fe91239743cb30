/// The one way out to any network: time-outs, a cap on the answer, conditional requests, rate
/// headers, and a guard on the address that a connection is really made to.
@NullMarked
package firsthour.http;

import org.jspecify.annotations.NullMarked;
