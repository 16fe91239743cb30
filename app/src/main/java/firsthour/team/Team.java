package firsthour.team;

import java.util.Set;

/// People to whom cases of one kind are sent.
///
/// @param memberIds who belongs to it, active or not
public record Team(long id, String name, Set<Long> memberIds) {
    public Team {
        memberIds = Set.copyOf(memberIds);
    }
}
