package firsthour.http;

import firsthour.http.NoAnswer.Why;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.AvailableByteArrayBody;
import io.micronaut.http.client.RawHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The one way out. Blocks until an answer is there or patience has ended; safe to share between
/// threads, virtual ones included. Expected trouble is a value.
///
/// Only http and https, and only to public addresses: the guard judges the address that the
/// connection is made to, for each redirect anew.
public final class Outbound implements AutoCloseable {
    private static final String USER_AGENT = "Firsthour/0.1 (self-hosted; reads public posts)";
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /// What may follow to another host; anything else might be meant for the first one alone.
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-language", "if-none-match", "if-modified-since");

    private final Limits limits;
    private final Waiting waiting;
    private final RawHttpClient client;
    private final AddressGuard guard;
    private final WebSocket webSocket;

    /// Opens the way; close it when the application stops.
    ///
    /// @param clock for dates in answers
    /// @param allowedHosts hosts that may be private, as lower-case names or addresses without
    ///   brackets; asked at every connection
    public Outbound(InstantSource clock, Predicate<String> allowedHosts, Limits limits) {
        this(clock, new AddressGuard(allowedHosts, AddressGuard::ask), limits);
    }

    Outbound(InstantSource clock, AddressGuard guard, Limits limits) {
        this.limits = limits;
        this.waiting = new Waiting(clock, limits.longestWait());
        this.client = Client.open(guard, limits);
        this.guard = guard;
        this.webSocket = new WebSocket(guard, limits, waiting, USER_AGENT);
    }

    /// Sends a request and takes the answer in.
    public Result send(Request request) {
        long deadline = System.nanoTime() + limits.total().toNanos();
        URI uri = request.uri();
        Map<String, String> headers = new HashMap<>(request.headers());
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Result result = hop(request, uri, headers, deadline);
            if (!(result instanceof Answer answer)
                    || request.changesSomething()
                    || !REDIRECTS.contains(answer.status())) {
                return result;
            }
            URI next = redirect(uri, answer);
            if (next == null) {
                return new NoAnswer(Why.LOST, name(uri) + " redirects to no usable address");
            }
            if (uri.getScheme().equalsIgnoreCase("https")
                    && !"https".equalsIgnoreCase(next.getScheme())) {
                return new NoAnswer(
                        Why.LOST, name(uri) + " redirects to an address without encryption");
            }
            if (!origin(uri).equals(origin(next))) {
                headers.keySet().retainAll(HARMLESS);
            }
            uri = next;
        }
        return new NoAnswer(
                Why.LOST, name(request.uri()) + " redirects more than " + limits.redirects() + "×");
    }

    /// Opens a web socket. Connect and silence are limited as for a request, the whole is not; a
    /// redirect is not followed.
    ///
    /// @param uri its address, with http in place of ws and https in place of wss
    /// @param most bytes of a message
    public Listening listen(URI uri, int most) {
        Optional<NoAnswer> objection = objection(uri);
        return objection.isPresent()
                ? new Listening.Failed(objection.get())
                : webSocket.open(target(uri), most);
    }

    /// Why a request to this address would not leave now: [Why#FORBIDDEN] or [Why#UNREACHABLE].
    /// Looks the name up and sends nothing.
    public Optional<NoAnswer> findObstacle(URI uri) {
        String unusable = whyUnusable(uri);
        if (unusable != null) {
            return Optional.of(new NoAnswer(Why.FORBIDDEN, unusable));
        }
        try {
            guard.choose(uri.getHost());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Failures.explain(e, name(uri), false));
        }
    }

    /// One request to one address, without following a redirect.
    private Result hop(Request request, URI uri, Map<String, String> headers, long deadline) {
        if (deadline <= System.nanoTime()) {
            return Failures.timedOut(name(uri));
        }
        Optional<NoAnswer> objection = objection(uri);
        if (objection.isPresent()) {
            return objection.get();
        }
        Reception reception = new Reception(limits.body(), name(uri));
        Reception.Outcome outcome =
                reception.await(
                        client.exchange(head(request, uri, headers), body(request), null),
                        limits.silence().toNanos(),
                        deadline);
        return switch (outcome) {
            case Reception.Outcome.Failed failed -> failed.answer();
            case Reception.Outcome.Arrived arrived -> unpack(uri, arrived);
        };
    }

    /// Why nothing may be sent to an address now, by our own rules. Takes one request from what the
    /// meter has left.
    private static Optional<NoAnswer> objection(URI uri) {
        String unusable = whyUnusable(uri);
        if (unusable != null) {
            return Optional.of(new NoAnswer(Why.FORBIDDEN, unusable));
        }
        Optional<Instant> wait =
                Metered.CURRENT.isBound() ? Metered.CURRENT.get().take() : Optional.empty();
        return wait.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NoAnswer(
                                Why.HELD_BACK,
                                name(uri) + " is asked as often as it allows already",
                                wait));
    }

    private static MutableHttpRequest<?> head(
            Request request, URI uri, Map<String, String> headers) {
        HttpMethod method = HttpMethod.valueOf(request.method().name());
        MutableHttpRequest<?> head = HttpRequest.create(method, target(uri).toString());
        head.header("user-agent", USER_AGENT);
        head.header("accept-encoding", "gzip");
        headers.forEach((name, value) -> head.header(name, value));
        return head;
    }

    private static CloseableByteBody body(Request request) {
        return AvailableByteArrayBody.create(
                ReadBufferFactory.getJdkFactory().adapt(request.bytes()));
    }

    private Result unpack(URI uri, Reception.Outcome.Arrived arrived) {
        try {
            byte[] bytes = decompress(arrived);
            if (bytes.length > limits.body()) {
                return Failures.tooLarge(name(uri), limits.body());
            }
            return new Answer(arrived.status(), uri, arrived.headers(), bytes, waiting);
        } catch (IOException e) {
            return new NoAnswer(
                    Why.BROKEN, name(uri) + " sent a body that cannot be unpacked: " + e);
        }
    }

    /// At most one byte more than the limit: a small body may unpack to a huge one.
    private byte[] decompress(Reception.Outcome.Arrived arrived) throws IOException {
        byte[] wire = arrived.bytes().toByteArray();
        String encoding =
                arrived.headers().getOrDefault("content-encoding", List.of("identity")).getFirst();
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> wire;
            case "gzip", "x-gzip" -> {
                if (wire.length == 0) {
                    yield wire; // a 304 may keep the header of the answer it stands for
                }
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
                    yield in.readNBytes(limits.body() + 1);
                }
            }
            default -> throw new IOException("the encoding " + encoding + " was not asked for");
        };
    }

    private static @Nullable String whyUnusable(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "Only http and https addresses are read, not " + scheme;
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return "The address names no host";
        }
        if (uri.getRawUserInfo() != null) {
            return "The address holds a user name or password; leave that part out";
        }
        return null;
    }

    /// The address as it is requested: with a path, without a fragment.
    private static URI target(URI uri) {
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + query);
    }

    private static @Nullable URI redirect(URI from, Answer answer) {
        try {
            return answer.find("location")
                    .map(location -> from.resolve(location.replace(" ", "%20")))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null; // not an address; the caller says so
        }
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort())
                .toLowerCase(Locale.ROOT);
    }

    private static String name(URI uri) {
        return uri.getHost() == null ? "The address" : uri.getHost();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
