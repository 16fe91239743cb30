package firsthour.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Says again what a pretended network said, at little cost.
final class Replay implements AutoCloseable {
    private record Recorded(int status, List<HttpHeader> headers, String body) {}

    private final Map<String, Recorded> answers = new ConcurrentHashMap<>();
    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Replay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Remembers an answer, and gives it.
    ///
    /// @param address of the pretended network, which the answer may name
    ResponseDefinitionBuilder recorded(
            Request request, ResponseDefinitionBuilder answer, String address) {
        ResponseDefinition whole = answer.build();
        String body = whole.getBody() == null ? "" : whole.getBody();
        answers.put(
                request.getUrl(),
                new Recorded(
                        whole.getStatus(),
                        whole.getHeaders() == null
                                ? List.of()
                                : List.copyOf(whole.getHeaders().all()),
                        body.replace(address, address().toString())));
        return ResponseDefinitionBuilder.like(whole);
    }

    /// What was asked for, in order.
    List<URI> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(address().resolve(exchange.getRequestURI()));
        Recorded recorded = answers.get(exchange.getRequestURI().toString());
        exchange.getRequestBody().readAllBytes();
        if (recorded == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            recorded.headers()
                    .forEach(header ->
                            exchange.getResponseHeaders().put(header.key(), header.values()));
            byte[] body = recorded.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(recorded.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
