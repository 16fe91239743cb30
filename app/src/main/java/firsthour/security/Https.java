package firsthour.security;

import io.micronaut.http.HttpRequest;

/// Whether the browser speaks HTTPS, to us or to the proxy in front.
final class Https {
    private Https() {}

    /// The header may be forged, but only to one's own disadvantage: it makes cookies stricter.
    static boolean is(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
