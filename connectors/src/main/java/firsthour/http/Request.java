package firsthour.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request. A GET follows redirects; what changes something never does, its 3xx is the answer.
///
/// @param uri absolute; anything but a usable http or https address is refused when it is sent
/// @param headers by lower-case name
/// @param body empty for a GET only
public record Request(Method method, URI uri, Map<String, String> headers, Optional<String> body) {

    /// What is asked for.
    public enum Method {
        GET,
        POST,
        PUT
    }

    public Request {
        headers = Map.copyOf(headers);
        headers.forEach(Request::check);
    }

    public static Request get(URI uri) {
        return new Request(Method.GET, uri, Map.of(), Optional.empty());
    }

    /// A POST of text.
    ///
    /// @param mediaType such as `application/json`; the body is sent as UTF-8
    public static Request post(URI uri, String mediaType, String body) {
        return new Request(Method.POST, uri, Map.of("content-type", mediaType), Optional.of(body));
    }

    /// A PUT of text, which replaces what is there.
    ///
    /// @param mediaType such as `application/json`; the body is sent as UTF-8
    public static Request put(URI uri, String mediaType, String body) {
        return new Request(Method.PUT, uri, Map.of("content-type", mediaType), Optional.of(body));
    }

    /// Adds a header, or replaces the one of that name.
    ///
    /// @throws IllegalArgumentException when name or value holds a line break or a NUL
    public Request withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new Request(method, uri, more, body);
    }

    /// Asks for an answer only if it changed since `seen`. Both values go back exactly as they
    /// came.
    public Request ifChangedSince(Validators seen) {
        Request asked = this;
        if (seen.etag().isPresent()) {
            asked = asked.withHeader("if-none-match", seen.etag().get());
        }
        if (seen.lastModified().isPresent()) {
            asked = asked.withHeader("if-modified-since", seen.lastModified().get());
        }
        return asked;
    }

    byte[] bytes() {
        return body.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    boolean changesSomething() {
        return method != Method.GET;
    }

    /// Names the address without its query, and no header: either may hold a secret.
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getHost();
    }

    private static void check(String name, String value) {
        if (name.isBlank() || hasBreak(name) || hasBreak(value)) {
            throw new IllegalArgumentException("The header " + name.strip() + " is not one line");
        }
    }

    private static boolean hasBreak(String text) {
        return text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
    }
}
