package firsthour.connectors.reading;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts an address with a query together, each part encoded.
///
/// Immutable.
public final class Query {
    private final String text;

    private Query(String text) {
        this.text = text;
    }

    /// Begins with an address that has no query yet.
    ///
    /// @param base scheme, host and perhaps a path of its own; a slash at its end does not matter
    /// @param path begins with a slash; what it holds from outside is encoded already
    public static Query to(URI base, String path) {
        return new Query(base.toString().replaceAll("/+$", "") + path);
    }

    /// Adds a parameter.
    public Query with(String name, String value) {
        return new Query(text + (text.contains("?") ? "&" : "?") + name + "=" + encode(value));
    }

    /// Adds a number.
    public Query with(String name, long value) {
        return with(name, Long.toString(value));
    }

    public URI uri() {
        return URI.create(text);
    }

    /// A form as the body of a request, `application/x-www-form-urlencoded`.
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// A part of a path or a query, as it may stand there.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
