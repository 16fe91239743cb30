package firsthour.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Addresses of style sheets and scripts that change whenever their content does, so that browsers
/// may keep them for a year.
public final class Assets {
    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    /// The address of a file in `static/`.
    ///
    /// @throws IllegalArgumentException when there is no such file
    public static String url(String name) {
        return URLS.computeIfAbsent(
                name, n -> "/static/" + n + "?v=" + fingerprint("/static/" + n).substring(0, 12));
    }

    /// The address of htmx, which carries its own version.
    public static String htmx() {
        return "/static/htmx/2.0.10/htmx.min.js";
    }

    private static String fingerprint(String resource) {
        try (InputStream content = Assets.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no " + resource);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
