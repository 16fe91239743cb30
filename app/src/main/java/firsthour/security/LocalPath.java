package firsthour.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An address within this application: the only kind that a sign-in leads on to.
public final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /// The address, or the home page when it leads elsewhere.
    public static String orHome(@Nullable String address) {
        return find(address).orElse("/");
    }

    /// The address when it is a path of ours with or without a query.
    ///
    /// @param address may be anything: it comes from outside
    public static Optional<String> find(@Nullable String address) {
        if (address == null
                || address.length() > LONGEST
                || !address.startsWith("/")
                // Browsers take a backslash for a slash, and two slashes for another host.
                || address.startsWith("//")
                || address.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        try {
            var uri = new URI(address);
            boolean local = uri.getScheme() == null && uri.getRawAuthority() == null;
            return local && !isDoor(uri.getPath()) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Leading on to the sign-in itself would go in a circle.
    private static boolean isDoor(String path) {
        return path.equals("/login") || path.equals("/logout") || path.equals("/setup");
    }
}
