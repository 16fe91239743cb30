package firsthour.http;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An answer with any status, its body decompressed and in memory.
public final class Answer implements Result {
    private final int status;
    private final URI uri;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Optional<Instant> retryAt;
    private final Rate rate;
    private final Optional<Duration> ahead;

    Answer(int status, URI uri, Map<String, List<String>> headers, byte[] body, Waiting waiting) {
        this.status = status;
        this.uri = uri;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
        this.retryAt = waiting.retryAt(this);
        this.rate = waiting.rate(this);
        this.ahead = waiting.ahead(this);
    }

    public int status() {
        return status;
    }

    /// Where the answer came from, after redirects.
    public URI uri() {
        return uri;
    }

    /// The first value of a header, whatever the case of its name.
    public Optional<String> find(String header) {
        return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of()).stream()
                .map(String::strip)
                .findFirst();
    }

    public byte[] body() {
        return body.clone();
    }

    /// The body in the character set that the answer names, else in UTF-8; bytes that are wrong in
    /// it become U+FFFD.
    public String text() {
        return new String(body, charset().orElse(StandardCharsets.UTF_8));
    }

    /// The media type without parameters, lower-case; empty text when the answer does not say.
    public String mediaType() {
        return find("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// The character set that the answer names, if this machine knows it.
    public Optional<Charset> charset() {
        for (String parameter : find("content-type").orElse("").split(";", -1)) {
            String[] pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
                return known(pair[1].strip().replace("\"", ""));
            }
        }
        return Optional.empty();
    }

    /// Whether the body is a web page, by its media type or its first characters.
    public boolean isWebPage() {
        String start = new String(body, 0, Math.min(body.length, 512), StandardCharsets.UTF_8);
        String first = start.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        return first.startsWith("<!doctype html") || first.startsWith("<html");
    }

    public Validators validators() {
        return new Validators(find("etag"), find("last-modified"));
    }

    /// When the network wants to be asked again (Retry-After), never further away than
    /// [Limits#longestWait()]; empty when it did not say.
    public Optional<Instant> retryAt() {
        return retryAt;
    }

    public Rate rate() {
        return rate;
    }

    /// How far the network's clock was ahead of ours when the answer came, negative where it was
    /// behind; empty when the answer has no date.
    public Optional<Duration> ahead() {
        return ahead;
    }

    /// Names status, host and size; never the body, which may hold a post.
    @Override
    public String toString() {
        return status + " from " + uri.getHost() + ", " + body.length + " bytes";
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // an unknown name is as good as none
        }
    }
}
