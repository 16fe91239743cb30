/// Reviews of a location on Google, through its Business Profile.
@NullMarked
package firsthour.connectors.businessprofile;

import org.jspecify.annotations.NullMarked;
