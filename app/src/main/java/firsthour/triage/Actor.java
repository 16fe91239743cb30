package firsthour.triage;

import firsthour.team.Role;

/// Who does something to a case.
public record Actor(long memberId, Role role) {

    /// May work cases at all.
    boolean mayWork() {
        return role.includes(Role.AGENT);
    }

    /// May act on a case that somebody else has claimed.
    boolean mayOverrule() {
        return role.includes(Role.MANAGER);
    }
}
