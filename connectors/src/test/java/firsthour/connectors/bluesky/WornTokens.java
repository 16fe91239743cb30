package firsthour.connectors.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a connector and a real server and can make one token worthless on its way. Real
/// ones are good for two hours.
final class WornTokens implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final HttpServer between;
    private final AtomicBoolean worn = new AtomicBoolean();
    private final AtomicInteger signIns = new AtomicInteger();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private WornTokens(String server, HttpServer between) {
        this.server = server;
        this.between = between;
    }

    static WornTokens before(String server) {
        try {
            HttpServer between =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WornTokens tokens = new WornTokens(server, between);
            between.createContext("/", tokens::pass);
            between.start();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + between.getAddress().getPort();
    }

    /// The next token that passes is worthless.
    void wear() {
        worn.set(true);
    }

    int signIns() {
        return signIns.get();
    }

    /// What the server answered, other than 200: status and body.
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (path.endsWith("createSession")) {
            signIns.incrementAndGet();
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        for (String header : List.of("content-type", "authorization")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                boolean spoilt = header.equals("authorization") && worn.getAndSet(false);
                request.header(header, spoilt ? value + "x" : value);
            }
        }
        try (exchange) {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            if (answer.statusCode() != 200) {
                refusals.add(answer.statusCode() + " " + new String(body, UTF_8));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        between.stop(0);
        http.close();
    }
}
