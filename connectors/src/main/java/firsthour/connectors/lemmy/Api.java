package firsthour.connectors.lemmy;

import firsthour.connectors.reading.Query;
import java.net.URI;
import java.util.Locale;

/// A version of the interface: Lemmy 0.19 speaks the third, 1.0 the fourth, and of the third as
/// much as leaves out the paging.
enum Api {
    V3("/api/v3", "/user/login"),
    V4("/api/v4", "/account/auth/login");

    private final String base;
    private final String login;

    Api(String base, String login) {
        this.base = base;
        this.login = login;
    }

    /// The address of a method.
    ///
    /// @param path such as `/search`
    Query at(URI instance, String path) {
        return Query.to(instance, base + path);
    }

    Query login(URI instance) {
        return at(instance, login);
    }

    /// One of a parameter's words as this version writes it.
    ///
    /// @param word in lower case: `all`
    String word(String word) {
        return switch (this) {
            case V3 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            case V4 -> word;
        };
    }
}
