package firsthour.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.session.SessionIdResolver;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Ties the token of forms to the member and not to one sign-in, so that a form that was open
/// overnight can be sent after signing in again.
@Singleton
final class MemberSession implements SessionIdResolver<HttpRequest<?>> {
    @Override
    public Optional<String> findSessionId(HttpRequest<?> request) {
        return request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class)
                .map(authentication -> "member " + authentication.getName());
    }
}
