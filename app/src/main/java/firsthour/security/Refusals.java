package firsthour.security;

import io.micronaut.http.HttpRequest;

/// Why a request was refused, for the page that says so.
public final class Refusals {
    static final String STALE_FORM = "firsthour.refused.form";

    private Refusals() {}

    /// Whether the form carried no token or one that does not fit: it was open too long, or it came
    /// from elsewhere.
    public static boolean staleForm(HttpRequest<?> request) {
        return request.getAttribute(STALE_FORM).isPresent();
    }
}
