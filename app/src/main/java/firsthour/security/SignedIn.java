package firsthour.security;

import firsthour.team.Role;
import java.time.ZoneId;

/// Who asks. A controller that takes it as an argument gets it filled from the sign-in.
///
/// @param memberId the member's id
/// @param name as colleagues read it
/// @param zone in which this person reads times
public record SignedIn(long memberId, String name, Role role, ZoneId zone) {
    /// Whether this person may do what asks for the role.
    public boolean may(Role needed) {
        return role.includes(needed);
    }
}
