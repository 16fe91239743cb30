package firsthour.security;

import firsthour.team.Role;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@MappedEntity("api_token")
record ApiTokenRow(
        @Id @GeneratedValue long id,
        long memberId,
        String name,
        String hash,
        String ending,
        String scopes,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant withdrawnAt) {

    ApiToken token(Role role) {
        return new ApiToken(
                id,
                memberId,
                role,
                name,
                ending,
                Arrays.stream(scopes.split(","))
                        .map(Scope::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                madeAt,
                Optional.ofNullable(expiresAt),
                Optional.ofNullable(lastUsedAt));
    }

    /// As they are stored: in the order of their declaration.
    static String stored(Collection<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
    }
}
