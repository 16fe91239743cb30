package firsthour.security;

import firsthour.team.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A token with which a program acts for a member, without the token itself.
///
/// @param memberId whose it is
/// @param role of that member, now
/// @param ending its last characters
/// @param scopes as they were chosen; what the role does not allow counts for nothing
/// @param expiresAt empty where it goes on until it is withdrawn
/// @param lastUsedAt to the minute
public record ApiToken(
        long id,
        long memberId,
        Role role,
        String name,
        String ending,
        Set<Scope> scopes,
        Instant madeAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /// Whether its time is over.
    public boolean isExpired(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }
}
