package firsthour.security;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/// Why a request was refused, for the page that says so.
public final class Refusals {
    static final String STALE_FORM = "firsthour.refused.form";

    static final String TOKEN = "firsthour.refused.token";

    private Refusals() {}

    /// Why the token of a program does not count; empty where none was sent.
    public static Optional<String> token(HttpRequest<?> request) {
        return request.getAttribute(TOKEN, String.class);
    }

    /// Whether the form carried no token or one that does not fit: it was open too long, or it came
    /// from elsewhere.
    public static boolean staleForm(HttpRequest<?> request) {
        return request.getAttribute(STALE_FORM).isPresent();
    }
}
