package firsthour.security;

import io.micronaut.http.HttpRequest;

/// Where programs ask: with a token and nothing else. No cookie counts there, and no token counts
/// anywhere else.
public final class ApiPath {
    /// What its addresses begin with.
    public static final String ROOT = "/api/v1";

    private ApiPath() {}

    /// Whether a request is for a program's address.
    public static boolean holds(HttpRequest<?> request) {
        var path = request.getPath();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }
}
