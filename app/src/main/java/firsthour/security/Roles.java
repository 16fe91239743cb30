package firsthour.security;

import firsthour.team.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in `@Secured` on a controller or one of its methods. A member is granted the
/// constant of each role that the own role includes.
public final class Roles {
    public static final String VIEWER_OR_ABOVE = "VIEWER";
    public static final String AGENT_OR_ABOVE = "AGENT";
    public static final String MANAGER_OR_ABOVE = "MANAGER";
    public static final String ADMIN = "ADMIN";

    private Roles() {}

    /// The constants that a role is granted.
    static Set<String> of(Role role) {
        return Arrays.stream(Role.values())
                .filter(role::includes)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
