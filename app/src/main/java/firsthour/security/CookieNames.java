package firsthour.security;

import firsthour.secrets.Secrets;
import jakarta.inject.Singleton;

/// Names of cookies, one set for each installation: browsers tell hosts apart but not ports, and
/// two installations on one machine must not sign each other's people out.
@Singleton
public final class CookieNames {
    private final String suffix;

    CookieNames(Secrets secrets) {
        this.suffix = secrets.fingerprint().substring(0, 6);
    }

    /// The full name of a cookie.
    public String of(String name) {
        return "firsthour-" + name + "-" + suffix;
    }
}
