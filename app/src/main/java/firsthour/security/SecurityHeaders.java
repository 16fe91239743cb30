package firsthour.security;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Goes out with every answer, refusals and files included: therefore the outermost filter.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders {
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                    + " 'none'";
    private static final String STATIC = "/static/";

    private final CsrfTokens csrf;

    SecurityHeaders(CsrfTokens csrf) {
        this.csrf = csrf;
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", CONTENT)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        if (Https.is(request)) {
            response.header("Strict-Transport-Security", "max-age=31536000");
        }
        var path = request.getPath();
        if (path.startsWith(STATIC) && response.code() < 300) {
            // The address carries a version: other content gets another address.
            response.getHeaders()
                    .set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        } else if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        csrf.fresh(request).ifPresent(response::cookie);
    }
}
