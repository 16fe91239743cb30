package firsthour.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Carries the token: out of reach of scripts, and not sent along with other sites' forms.
@Singleton
public final class SessionCookie implements TokenReader<HttpRequest<?>> {
    private final String name;

    SessionCookie(CookieNames names) {
        this.name = names.of("session");
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        return ApiPath.holds(request)
                ? Optional.empty()
                : request.getCookies().findCookie(name).map(Cookie::getValue);
    }

    /// Signs the browser in.
    public Cookie of(String token, HttpRequest<?> request) {
        return cookie(token, request).maxAge(Sessions.WORKING_DAY.toSeconds());
    }

    /// Signs the browser out.
    public Cookie ended(HttpRequest<?> request) {
        return cookie("", request).maxAge(0);
    }

    private Cookie cookie(String value, HttpRequest<?> request) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(Https.is(request))
                .sameSite(SameSite.Lax);
    }
}
