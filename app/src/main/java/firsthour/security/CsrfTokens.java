package firsthour.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.csrf.CsrfConfiguration;
import io.micronaut.security.csrf.generator.CsrfTokenGenerator;
import io.micronaut.security.csrf.repository.CsrfTokenRepository;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The token that each form carries back. It is kept as long as it fits the person, so that forms
/// in other tabs stay good.
@Singleton
public final class CsrfTokens {
    private static final String FRESH = "firsthour.csrf.fresh";

    private final CsrfTokenRepository<HttpRequest<?>> repository;
    private final CsrfTokenValidator<HttpRequest<?>> validator;
    private final CsrfTokenGenerator<HttpRequest<?>> generator;
    private final CsrfConfiguration settings;

    CsrfTokens(
            CsrfTokenRepository<HttpRequest<?>> repository,
            CsrfTokenValidator<HttpRequest<?>> validator,
            CsrfTokenGenerator<HttpRequest<?>> generator,
            CsrfConfiguration settings) {
        this.repository = repository;
        this.validator = validator;
        this.generator = generator;
        this.settings = settings;
    }

    /// The token for the forms of a page that answers this request.
    public String of(HttpRequest<?> request) {
        return request.getAttribute(FRESH, String.class)
                .or(() -> repository.findCsrfToken(request).filter(token -> fits(request, token)))
                .orElseGet(() -> {
                    var token = generator.generateCsrfToken(request);
                    request.setAttribute(FRESH, token);
                    return token;
                });
    }

    /// The cookie that has to go out with the answer; empty when the browser has it.
    Optional<Cookie> fresh(HttpRequest<?> request) {
        return request.getAttribute(FRESH, String.class)
                .map(token ->
                        Cookie.of(settings.getCookieName(), token)
                                .path("/")
                                .httpOnly(true)
                                .secure(Https.is(request))
                                .sameSite(SameSite.Lax));
    }

    private boolean fits(HttpRequest<?> request, String token) {
        return validator.validateCsrfToken(request, token);
    }
}
