package firsthour.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A chat on loopback that writes down what it is sent, and when by the test's clock.
public final class Chat implements AutoCloseable {
    public static final String SECRET = "T0001/B0001/aSecretThatNobodyMaySee9f3c";

    public record Received(Instant at, String key, String body) {}

    public record Reply(int status, String body, Map<String, String> headers) {
        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }
    }

    public static final Reply OK = Reply.of(200, "ok");

    private final HttpServer server;
    private final InstantSource clock;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> manner = message -> OK;

    public Chat(InstantSource clock) {
        this.clock = clock;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/services/" + SECRET;
    }

    public void answers(Reply reply) {
        manner = message -> reply;
    }

    void answers(Function<Received, Reply> replies) {
        manner = replies;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    List<String> keys() {
        return received.stream().map(Received::key).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var message =
                    new Received(
                            clock.instant(),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            received.add(message);
            var reply = manner.apply(message);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
