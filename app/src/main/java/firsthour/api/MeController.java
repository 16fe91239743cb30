package firsthour.api;

import firsthour.security.ApiPath;
import firsthour.security.Scope;
import firsthour.security.Scopes;
import firsthour.team.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells a program for whom its token stands.
@Controller(ApiPath.ROOT + "/me")
@Secured({Scopes.READ, Scopes.WORK, Scopes.MANAGE})
@ForPrograms
@Tag(name = "Token")
final class MeController {

    /// Whom a token stands for.
    ///
    /// @param scopes what the token may be used for and the member's role allows
    /// @param expiresAt empty where the token goes on until it is withdrawn
    record Me(
            long memberId,
            String name,
            Role role,
            List<Scope> scopes,
            Optional<Instant> expiresAt) {}

    /// Whom the token stands for, and what it allows.
    @Get
    Me getMe(HttpRequest<?> request) {
        var bearer = Asked.bearer(request);
        var member = bearer.member();
        return new Me(
                member.id(),
                member.name(),
                member.role(),
                bearer.token().scopes().stream()
                        .filter(scope -> member.role().includes(scope.needed()))
                        .sorted()
                        .toList(),
                bearer.token().expiresAt());
    }
}
