/// Reviews of a business on Trustpilot.
@NullMarked
package firsthour.connectors.trustpilot;

import org.jspecify.annotations.NullMarked;
